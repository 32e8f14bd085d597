-- transaction: none
-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE products (id bigint PRIMARY KEY);

-- when
CREATE TABLE reviews (id bigint PRIMARY KEY, customer_id bigint, product_id bigint);
CREATE INDEX idx_reviews_customer ON reviews (customer_id);
CREATE INDEX idx_reviews_product ON reviews (product_id);
ALTER TABLE reviews ADD FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE reviews ADD FOREIGN KEY (product_id) REFERENCES products (id);
