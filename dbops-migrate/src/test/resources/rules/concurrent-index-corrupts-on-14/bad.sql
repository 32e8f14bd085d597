-- transaction: none
-- versions: 14-14
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
-- finding: concurrent-index-corrupts-on-14
CREATE INDEX CONCURRENTLY idx_orders_customer ON orders (customer_id);
