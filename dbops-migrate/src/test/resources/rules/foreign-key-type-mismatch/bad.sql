-- given
CREATE TABLE customers (id bigint PRIMARY KEY);

-- when
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  -- finding: foreign-key-type-mismatch
  customer_id integer REFERENCES customers (id)
);
CREATE INDEX idx_orders_customer ON orders (customer_id);
