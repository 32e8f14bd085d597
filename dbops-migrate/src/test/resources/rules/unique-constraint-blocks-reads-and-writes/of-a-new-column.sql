-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
ALTER TABLE orders
  ADD COLUMN z int,
  -- finding: check-blocks-reads-and-writes
  ADD CONSTRAINT positive CHECK (z > 0),
  -- finding: unique-constraint-blocks-reads-and-writes
  ADD CONSTRAINT once UNIQUE (z);
