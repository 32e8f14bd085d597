-- transaction: flyway-mixed
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);

-- when
-- finding: concurrently-waits-for-flyway-lock
CREATE INDEX CONCURRENTLY idx_orders_customer ON orders (customer_id);
CREATE UNIQUE INDEX CONCURRENTLY idx_orders_both ON orders (customer_id, id);
