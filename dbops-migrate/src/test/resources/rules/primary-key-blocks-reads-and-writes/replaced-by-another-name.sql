-- given
CREATE TABLE orders (id bigint CONSTRAINT "Old" PRIMARY KEY, n int NOT NULL);

-- when
ALTER TABLE orders
  -- finding: primary-key-blocks-reads-and-writes
  ADD PRIMARY KEY (id, n),
  DROP CONSTRAINT "Old";
