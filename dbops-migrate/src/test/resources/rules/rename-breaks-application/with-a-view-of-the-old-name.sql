-- given
CREATE TABLE customers (id bigint PRIMARY KEY, mail text);

-- when
ALTER TABLE customers RENAME TO clients;
CREATE VIEW customers AS SELECT * FROM clients;
