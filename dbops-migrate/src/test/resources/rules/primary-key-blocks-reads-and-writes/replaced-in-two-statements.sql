-- given
CREATE TABLE orders (id bigint PRIMARY KEY, n int NOT NULL);

-- when
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_pkey;
-- finding: primary-key-blocks-reads-and-writes
ALTER TABLE orders ADD PRIMARY KEY (id, n);
