-- transaction: none
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders ADD COLUMN invoice text;
CREATE UNIQUE INDEX CONCURRENTLY uq_orders_invoice ON orders (invoice);
ALTER TABLE orders ADD CONSTRAINT uq_orders_invoice UNIQUE USING INDEX uq_orders_invoice;
