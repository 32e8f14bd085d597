-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);
CREATE INDEX idx_orders_customer ON orders (customer_id);
ALTER TABLE orders ADD CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customers;

-- when
ALTER TABLE orders
  -- finding: drop-foreign-key-locks-two-tables
  DROP CONSTRAINT fk_orders_customer;
