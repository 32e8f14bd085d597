-- versions: 12-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint CONSTRAINT has_customer CHECK (customer_id IS NOT NULL));

-- when
ALTER TABLE orders
-- finding: set-not-null-scans-table
  ALTER COLUMN customer_id SET NOT NULL,
  DROP CONSTRAINT has_customer;
