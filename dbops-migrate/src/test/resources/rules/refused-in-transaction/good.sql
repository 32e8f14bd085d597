-- transaction: none
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
CREATE INDEX CONCURRENTLY idx_orders_customer ON orders (customer_id);
