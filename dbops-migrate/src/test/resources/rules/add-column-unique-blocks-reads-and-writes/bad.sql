-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders
  -- finding: add-column-unique-blocks-reads-and-writes
  ADD COLUMN invoice text CONSTRAINT uq_orders_invoice UNIQUE;
