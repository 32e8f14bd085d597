-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE products (id bigint PRIMARY KEY);

-- when
CREATE TABLE reviews (
  customer_id bigint,
  product_id bigint,
  FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT reviews_pkey PRIMARY KEY (customer_id, product_id),
  -- finding: several-foreign-keys-in-transaction
  CONSTRAINT fk_reviews_product FOREIGN KEY (product_id) REFERENCES products (id)
);
CREATE INDEX idx_reviews_product ON reviews (product_id);
