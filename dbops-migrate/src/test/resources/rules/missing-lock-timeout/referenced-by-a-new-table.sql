-- transaction: none
-- given
CREATE TABLE customers (id bigint PRIMARY KEY);

-- when
-- finding: missing-lock-timeout
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE INDEX orders_customer ON orders (customer_id);
