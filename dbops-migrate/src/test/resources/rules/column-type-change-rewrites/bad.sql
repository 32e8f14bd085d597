-- given
CREATE TABLE customers (id integer PRIMARY KEY);
CREATE TABLE orders (
  id integer PRIMARY KEY,
  customer_id integer REFERENCES customers,
  details json,
  placed timestamp);
CREATE INDEX orders_by_customer ON orders (customer_id);

-- when
-- finding: column-type-change-rewrites
ALTER TABLE orders ALTER COLUMN id TYPE bigint;
-- finding: column-type-change-rewrites
ALTER TABLE orders ALTER COLUMN details TYPE jsonb;
-- finding: column-type-change-rewrites
ALTER TABLE orders ALTER COLUMN placed TYPE timestamptz;
-- finding: column-type-change-rewrites
ALTER TABLE orders ALTER COLUMN customer_id TYPE bigint;
