-- given
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE INDEX idx_orders_customer ON orders (customer_id);

-- when
-- finding: truncate-loses-data
TRUNCATE customers CASCADE;
