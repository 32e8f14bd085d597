-- versions: 18-18
-- transaction: none
-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint CONSTRAINT has_customer REFERENCES customers NOT ENFORCED);
CREATE INDEX orders_by_customer ON orders (customer_id);

-- when
ALTER TABLE orders
  ADD CONSTRAINT has_customer_new FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT has_customer_new;
