-- transaction: flyway
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
CREATE INDEX idx_orders_customer ON orders (customer_id);

-- when
DROP INDEX CONCURRENTLY idx_orders_customer;
