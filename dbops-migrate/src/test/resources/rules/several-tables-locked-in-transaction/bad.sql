-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
ALTER TABLE customers ADD COLUMN phone text;
-- finding: several-tables-locked-in-transaction
ALTER TABLE orders ADD COLUMN note text;
