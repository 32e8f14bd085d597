-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state varchar(20), file_id integer);
CREATE INDEX orders_by_state ON orders (lower(state));
CREATE INDEX orders_by_file ON orders (file_id);

-- when
-- finding: type-change-rebuilds-indexes
ALTER TABLE orders ALTER COLUMN state TYPE text;
-- finding: type-change-rebuilds-indexes
ALTER TABLE orders ALTER COLUMN file_id TYPE oid;
