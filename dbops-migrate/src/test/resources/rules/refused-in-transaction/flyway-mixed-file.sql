-- transaction: flyway
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
SET lock_timeout = '2s';
-- finding: concurrently-waits-for-flyway-lock
-- finding: refused-in-transaction
CREATE INDEX CONCURRENTLY idx_orders_customer ON orders (customer_id);
