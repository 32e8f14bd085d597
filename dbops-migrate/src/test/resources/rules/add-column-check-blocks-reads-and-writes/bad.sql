-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders
  -- finding: add-column-check-blocks-reads-and-writes
  ADD COLUMN discount numeric CONSTRAINT chk_discount CHECK (discount >= 0);
