-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE products (id bigint PRIMARY KEY);

-- when
CREATE TABLE reviews (
  id bigint PRIMARY KEY,
  customer_id bigint REFERENCES customers (id),
  -- finding: several-foreign-keys-in-transaction
  product_id bigint REFERENCES products (id)
);
CREATE INDEX idx_reviews_customer ON reviews (customer_id);
CREATE INDEX idx_reviews_product ON reviews (product_id);
