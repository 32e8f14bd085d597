-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, note text);
INSERT INTO orders SELECT n, n, 'note' FROM generate_series(1, 200) n;
CREATE INDEX orders_customer ON orders (customer_id);

-- rows
CREATE INDEX ON orders (note);
CREATE UNIQUE INDEX ON orders (customer_id);
CREATE INDEX ON orders (lower(note)) WHERE customer_id > 5;
CREATE INDEX IF NOT EXISTS orders_customer ON orders (customer_id);
CREATE INDEX CONCURRENTLY orders_note ON orders (note);
DROP INDEX orders_customer;
DROP INDEX CONCURRENTLY orders_customer;
REINDEX INDEX orders_customer;
REINDEX TABLE orders;
ALTER INDEX orders_customer RENAME TO other;
ALTER INDEX orders_customer SET (fillfactor = 70);
ALTER INDEX orders_customer SET TABLESPACE pg_default;

-- rows 12-18
REINDEX INDEX CONCURRENTLY orders_customer;
REINDEX TABLE CONCURRENTLY orders;
