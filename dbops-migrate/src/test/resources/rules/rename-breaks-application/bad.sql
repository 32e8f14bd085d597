-- given
CREATE SCHEMA shop;
CREATE TABLE customers (id bigint PRIMARY KEY, mail text);
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE letters (id bigint PRIMARY KEY);
CREATE VIEW addresses AS SELECT mail FROM customers;

-- when
-- finding: rename-breaks-application
ALTER TABLE customers RENAME COLUMN mail TO email;
-- finding: rename-breaks-application
-- finding: several-tables-locked-in-transaction
ALTER TABLE orders RENAME TO purchases;
-- finding: rename-breaks-application
ALTER TABLE letters SET SCHEMA shop;
-- finding: rename-breaks-application
ALTER VIEW addresses RENAME TO emails;
-- finding: rename-breaks-application
ALTER SCHEMA shop RENAME TO store;
