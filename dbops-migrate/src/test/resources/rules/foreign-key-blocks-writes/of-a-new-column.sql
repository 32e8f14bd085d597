-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
ALTER TABLE orders
  ADD COLUMN customer_id bigint,
  -- finding: foreign-key-blocks-writes
  -- finding: foreign-key-without-index
  ADD FOREIGN KEY (customer_id) REFERENCES customers;
