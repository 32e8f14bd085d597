-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);
CREATE INDEX idx_orders_customer ON orders (customer_id);

-- when
ALTER TABLE orders
  -- finding: foreign-key-blocks-writes
  ADD CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
