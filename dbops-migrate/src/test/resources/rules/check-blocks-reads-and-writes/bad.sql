-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders
  -- finding: check-blocks-reads-and-writes
  ADD CONSTRAINT chk_orders_total CHECK (total >= 0);
