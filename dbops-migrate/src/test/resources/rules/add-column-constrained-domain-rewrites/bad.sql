-- given
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE customers (id bigint PRIMARY KEY);

-- when
-- finding: add-column-constrained-domain-rewrites
ALTER TABLE customers ADD COLUMN mail email;
