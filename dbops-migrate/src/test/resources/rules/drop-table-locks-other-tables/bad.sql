-- given
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
CREATE TABLE products (id bigint PRIMARY KEY, name text);
CREATE TABLE reviews (
  id bigint PRIMARY KEY,
  customer_id bigint CONSTRAINT fk_reviews_customer REFERENCES customers,
  product_id bigint CONSTRAINT fk_reviews_product REFERENCES products
);

-- when
-- dbops:ignore drop-table-loses-data: nobody reviews any more
-- finding: drop-table-locks-other-tables
DROP TABLE reviews;
