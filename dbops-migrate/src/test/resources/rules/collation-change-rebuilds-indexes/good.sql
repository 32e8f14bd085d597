-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state text, code varchar(10) COLLATE "C");
CREATE INDEX orders_by_state_new ON orders (state COLLATE "C");
CREATE INDEX orders_by_code ON orders (code);

-- when
ALTER TABLE orders ALTER COLUMN state TYPE text COLLATE "C";
ALTER TABLE orders ALTER COLUMN code TYPE varchar(20) COLLATE "C";
ALTER INDEX orders_by_state_new RENAME TO orders_by_state;
