-- given 11-18
CREATE TABLE customers (id bigint PRIMARY KEY);
INSERT INTO customers SELECT generate_series(1, 200);
CREATE TABLE events (id bigint, customer_id bigint, placed integer) PARTITION BY RANGE (placed);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);
INSERT INTO events SELECT n, n, n FROM generate_series(1, 199) n;
CREATE INDEX events_id ON events (id);
CREATE TABLE events_3 (id bigint, customer_id bigint, placed integer);
INSERT INTO events_3 VALUES (1, 1, 250);

-- rows 11-18
ALTER TABLE events ADD COLUMN extra integer;
ALTER TABLE events ADD COLUMN extra serial;
ALTER TABLE events DROP COLUMN customer_id;
ALTER TABLE events ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE events ALTER COLUMN customer_id SET DEFAULT 5;
ALTER TABLE events ALTER COLUMN customer_id TYPE text;
ALTER TABLE events ADD CHECK (id > 0);
ALTER TABLE events ADD CHECK (id > 0) NOT VALID;
ALTER TABLE events RENAME COLUMN id TO number;
ALTER TABLE events RENAME TO happenings;
ALTER TABLE events ADD UNIQUE (id, placed);
ALTER TABLE events ADD PRIMARY KEY (id, placed);
ALTER TABLE events ADD FOREIGN KEY (customer_id) REFERENCES customers;
ALTER TABLE events_1 ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM (200) TO (300);
ALTER TABLE events ATTACH PARTITION events_3 DEFAULT;
ALTER TABLE events DETACH PARTITION events_1;
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM (300) TO (400);
CREATE TABLE events_4 PARTITION OF events DEFAULT;
CREATE TABLE copied (LIKE events_1);
CREATE INDEX ON events (customer_id);
CREATE INDEX ON ONLY events (customer_id);
CREATE INDEX ON events_1 (customer_id);
DROP INDEX events_id;
DROP TABLE events_1;
DROP TABLE events;
TRUNCATE events;
TRUNCATE events_1;
TRUNCATE ONLY events_1;
LOCK TABLE events IN SHARE MODE;
SELECT * FROM events;
INSERT INTO events_1 VALUES (1, 1, 1);
UPDATE events SET id = id + 1;
DELETE FROM events;
ANALYZE events_1;
CREATE TRIGGER t AFTER INSERT ON events FOR EACH ROW EXECUTE PROCEDURE suppress_redundant_updates_trigger();

-- rows 14-18
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;

-- given 11-18
CREATE TABLE events (id bigint, placed integer) PARTITION BY RANGE (placed);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
INSERT INTO events SELECT n, n FROM generate_series(1, 199) n;
CREATE TABLE events_3 (id bigint, placed integer);
INSERT INTO events_3 VALUES (1, 250);

-- rows 11-18
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM (200) TO (300);
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM (300) TO (400);
ALTER TABLE events DETACH PARTITION events_1;
ALTER TABLE events DETACH PARTITION events_rest;
DROP TABLE events_1;
