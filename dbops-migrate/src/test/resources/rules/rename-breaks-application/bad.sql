-- given
CREATE SCHEMA shop;
CREATE TABLE customers (id bigint PRIMARY KEY, mail text);
CREATE VIEW addresses AS SELECT mail FROM customers;

-- when
-- finding: rename-breaks-application
ALTER TABLE customers RENAME COLUMN mail TO email;
-- finding: rename-breaks-application
ALTER TABLE customers RENAME TO clients;
-- finding: rename-breaks-application
ALTER TABLE clients SET SCHEMA shop;
-- finding: rename-breaks-application
ALTER VIEW addresses RENAME TO emails;
-- finding: rename-breaks-application
ALTER SCHEMA shop RENAME TO store;
