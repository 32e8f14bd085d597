-- given
CREATE TABLE orders (id bigint PRIMARY KEY, n int NOT NULL);

-- when
ALTER TABLE orders
  DROP CONSTRAINT orders_pkey,
  -- finding: primary-key-blocks-reads-and-writes
  ADD PRIMARY KEY (id, n);
