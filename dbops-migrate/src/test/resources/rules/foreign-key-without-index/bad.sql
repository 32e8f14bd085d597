-- given
CREATE TABLE customers (id bigint PRIMARY KEY);

-- when
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  -- finding: foreign-key-without-index
  customer_id bigint REFERENCES customers (id)
);
