-- given
CREATE TABLE orders (id bigint PRIMARY KEY, n int);

-- when
ALTER TABLE orders
  -- finding: check-blocks-reads-and-writes
  ADD CHECK (n > 0),
  -- finding: check-blocks-reads-and-writes
  ADD CHECK (n < 1000000000);
