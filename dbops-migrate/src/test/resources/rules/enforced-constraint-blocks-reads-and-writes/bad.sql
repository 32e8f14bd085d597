-- versions: 18-18
-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint CONSTRAINT has_customer REFERENCES customers NOT ENFORCED);
CREATE INDEX orders_by_customer ON orders (customer_id);

-- when
-- finding: enforced-constraint-blocks-reads-and-writes
ALTER TABLE orders ALTER CONSTRAINT has_customer ENFORCED;
