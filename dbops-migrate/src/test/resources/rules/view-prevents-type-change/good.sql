-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state varchar(20));
CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state = 'open';

-- when
DROP VIEW open_orders;
ALTER TABLE orders ALTER COLUMN state TYPE text;
CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state = 'open';
