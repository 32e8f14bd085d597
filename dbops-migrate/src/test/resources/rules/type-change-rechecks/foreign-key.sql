-- given
CREATE TABLE files (id integer PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, file_id integer CONSTRAINT has_file REFERENCES files);

-- when
-- finding: type-change-rechecks
ALTER TABLE orders ALTER COLUMN file_id TYPE oid;
