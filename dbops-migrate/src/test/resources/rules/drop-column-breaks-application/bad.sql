-- given
CREATE TABLE customers (id bigint PRIMARY KEY, fax text);
CREATE INDEX idx_customers_fax ON customers (fax);

-- when
-- finding: drop-column-breaks-application
ALTER TABLE customers DROP COLUMN fax;
