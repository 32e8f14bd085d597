-- given
CREATE TABLE customers (id bigint PRIMARY KEY, street text);

-- when
CREATE TABLE addresses (customer_id bigint PRIMARY KEY REFERENCES customers, street text);
-- finding: lock-held-through-later-work
INSERT INTO addresses SELECT id, street FROM customers;
