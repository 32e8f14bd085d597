-- given
CREATE TABLE orders (id bigint PRIMARY KEY, n int NOT NULL, CONSTRAINT once UNIQUE (n));

-- when
ALTER TABLE orders
  DROP CONSTRAINT once,
  -- finding: unique-constraint-blocks-reads-and-writes
  ADD CONSTRAINT once UNIQUE (n, id) DEFERRABLE;
