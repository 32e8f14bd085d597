-- transaction: none
-- versions: 11-18
-- given
CREATE TABLE countries (code text PRIMARY KEY);
INSERT INTO countries VALUES ('de');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders ADD COLUMN country text DEFAULT 'de';
CREATE INDEX CONCURRENTLY idx_orders_country ON orders (country);
ALTER TABLE orders
  ADD CONSTRAINT fk_orders_country FOREIGN KEY (country) REFERENCES countries (code) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT fk_orders_country;
