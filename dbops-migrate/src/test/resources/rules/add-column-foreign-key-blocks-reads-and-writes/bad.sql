-- transaction: none
-- versions: 11-18
-- given
CREATE TABLE countries (code text PRIMARY KEY);
INSERT INTO countries VALUES ('de');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders
  -- finding: add-column-foreign-key-blocks-reads-and-writes
  ADD COLUMN country text DEFAULT 'de' REFERENCES countries (code);
CREATE INDEX CONCURRENTLY idx_orders_country ON orders (country);
