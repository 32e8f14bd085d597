-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state text, code varchar(10) COLLATE "C");
CREATE INDEX orders_by_state ON orders (state);
CREATE INDEX orders_by_code ON orders (code);

-- when
-- finding: collation-change-rebuilds-indexes
ALTER TABLE orders ALTER COLUMN state TYPE text COLLATE "C";
-- finding: collation-change-rebuilds-indexes
ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);
