-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state varchar(20));
CREATE INDEX orders_by_state ON orders (state);

-- when
ALTER TABLE orders ALTER COLUMN state TYPE text;
