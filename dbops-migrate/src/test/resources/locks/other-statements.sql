-- given
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
INSERT INTO customers SELECT n, 'name' FROM generate_series(1, 200) n;
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers, note text);
INSERT INTO orders SELECT n, n, 'note' FROM generate_series(1, 200) n;
CREATE TABLE logs (id bigint, line text);
INSERT INTO logs SELECT n, 'line' FROM generate_series(1, 200) n;
CREATE INDEX logs_id ON logs (id);
CREATE MATERIALIZED VIEW totals AS SELECT id, count(*) AS number FROM logs GROUP BY id;
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE TRIGGER same BEFORE UPDATE ON logs FOR EACH ROW EXECUTE PROCEDURE suppress_redundant_updates_trigger();
CREATE RULE silent AS ON DELETE TO logs WHERE OLD.id < 0 DO INSTEAD NOTHING;
CREATE POLICY everybody ON logs USING (true);
CREATE SCHEMA archive;
CREATE TABLE archive.old (id bigint);
CREATE UNIQUE INDEX logs_line ON logs (id, line);

-- rows
VACUUM logs;
VACUUM FULL logs;
VACUUM (FULL, ANALYZE) logs;
ANALYZE logs;
CLUSTER logs USING logs_id;
REFRESH MATERIALIZED VIEW totals;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
REFRESH MATERIALIZED VIEW totals WITH NO DATA;
DROP MATERIALIZED VIEW totals;
ALTER MATERIALIZED VIEW totals RENAME TO sums;
TRUNCATE logs;
TRUNCATE customers CASCADE;
TRUNCATE orders, customers;
CREATE TRIGGER watch AFTER INSERT ON logs FOR EACH ROW EXECUTE PROCEDURE suppress_redundant_updates_trigger();
DROP TRIGGER same ON logs;
DROP RULE silent ON logs;
DROP POLICY everybody ON logs;
ALTER TABLE logs DISABLE TRIGGER same;
ALTER TABLE logs ENABLE TRIGGER same;
ALTER TABLE logs ENABLE ALWAYS TRIGGER same;
ALTER TABLE logs DISABLE RULE silent;
DROP TABLE logs CASCADE;
DROP TABLE orders;
DROP TABLE customers CASCADE;
DROP TABLE IF EXISTS absent;
DROP SCHEMA archive CASCADE;
ALTER SCHEMA archive RENAME TO attic;
LOCK TABLE logs;
LOCK TABLE logs IN ACCESS SHARE MODE;
LOCK TABLE logs IN ROW SHARE MODE;
LOCK TABLE logs IN ROW EXCLUSIVE MODE;
LOCK TABLE logs IN SHARE UPDATE EXCLUSIVE MODE;
LOCK TABLE logs IN SHARE MODE;
LOCK TABLE logs IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE logs IN EXCLUSIVE MODE;
LOCK TABLE logs, archive.old IN SHARE MODE;
SELECT * FROM logs;
SELECT * FROM logs, archive.old;
SELECT * FROM logs FOR UPDATE;
SELECT * FROM logs FOR SHARE;
INSERT INTO logs VALUES (1000, 'x');
UPDATE logs SET line = 'y';
UPDATE logs SET line = 'y' WHERE id = 5;
DELETE FROM logs WHERE id = 5;
CREATE TABLE more (customer_id bigint REFERENCES customers);
CREATE TABLE more (LIKE logs);
CREATE TABLE more () INHERITS (logs);
CREATE PUBLICATION changes FOR TABLE logs;
CREATE RULE quiet AS ON UPDATE TO logs DO ALSO NOTHING;
CREATE OR REPLACE RULE silent AS ON DELETE TO logs WHERE OLD.id < -1 DO INSTEAD NOTHING;
ALTER RULE silent ON logs RENAME TO quiet;
CREATE POLICY nobody ON logs FOR SELECT USING (id > 5);
ALTER POLICY everybody ON logs USING (id > 5);
ALTER POLICY everybody ON logs RENAME TO nobody;
ALTER TRIGGER same ON logs RENAME TO other;
CREATE VIEW seen AS SELECT o.id FROM orders o, customers;
CREATE VIEW archive.seen AS WITH one AS (SELECT 1) SELECT * FROM one, archive.old;
CREATE MATERIALIZED VIEW seen AS SELECT id FROM logs;
CREATE MATERIALIZED VIEW seen AS SELECT id FROM logs WITH NO DATA;
CREATE TABLE seen AS SELECT id FROM orders JOIN customers USING (id);
CREATE TABLE seen AS TABLE logs WITH NO DATA;
CREATE UNLOGGED TABLE IF NOT EXISTS logs AS SELECT * FROM orders;
SELECT id INTO seen FROM logs;
CREATE SEQUENCE numbers;

-- given
CREATE TABLE readings (id bigint);
INSERT INTO readings VALUES (1);
CREATE TABLE readings_old () INHERITS (readings);
CREATE VIEW recent AS SELECT id FROM readings;
CREATE VIEW latest AS SELECT id FROM recent;
CREATE TABLE kept (id bigint);
INSERT INTO kept VALUES (1);

-- rows
CREATE VIEW seen AS SELECT * FROM readings;
CREATE MATERIALIZED VIEW seen AS SELECT * FROM latest;
CREATE MATERIALIZED VIEW seen AS SELECT * FROM latest WITH NO DATA;
CREATE TABLE seen AS SELECT * FROM latest;
CREATE TABLE seen AS SELECT * FROM readings WITH NO DATA;
ALTER TABLE kept INHERIT readings;
ALTER TABLE readings_old NO INHERIT readings;

-- given
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE DOMAIN positive AS integer;
CREATE DOMAIN small AS positive;
CREATE TABLE diary (id bigint, mood mood, moods mood[]);
INSERT INTO diary VALUES (1, 'glad', '{}');
CREATE TABLE sizes (id bigint, size small);
INSERT INTO sizes VALUES (1, 1);

-- rows
DROP TYPE mood CASCADE;
DROP DOMAIN positive CASCADE;
DROP DOMAIN small CASCADE;
