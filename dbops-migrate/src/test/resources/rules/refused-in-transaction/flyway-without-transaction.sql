-- transaction: flyway
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
-- finding: concurrently-waits-for-flyway-lock
CREATE INDEX CONCURRENTLY idx_orders_customer ON orders (customer_id);
VACUUM ANALYZE orders;
