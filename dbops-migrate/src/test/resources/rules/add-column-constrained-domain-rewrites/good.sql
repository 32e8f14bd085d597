-- given
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN title AS varchar(200);
CREATE TABLE customers (id bigint PRIMARY KEY);

-- when
ALTER TABLE customers ADD COLUMN mail text;
ALTER TABLE customers ADD CONSTRAINT customers_mail_check CHECK (mail LIKE '%@%') NOT VALID;
ALTER TABLE customers ADD COLUMN greeting title;
CREATE TABLE letters (id bigint PRIMARY KEY, sender email NOT NULL);
ALTER TABLE letters ADD COLUMN receiver email;
