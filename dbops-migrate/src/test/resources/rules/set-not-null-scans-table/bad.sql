-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);

-- when
-- finding: set-not-null-scans-table
ALTER TABLE orders ALTER COLUMN customer_id SET NOT NULL;
