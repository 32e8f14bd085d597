-- versions: 18-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, net numeric(12,2));

-- when
-- finding: set-not-null-scans-table
ALTER TABLE orders ADD CONSTRAINT has_customer NOT NULL customer_id;
-- finding: set-not-null-scans-table
ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (net * 1.19) VIRTUAL NOT NULL;
