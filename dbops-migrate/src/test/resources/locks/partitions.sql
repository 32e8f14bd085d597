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

-- given 11-18
CREATE TABLE customers (id bigint PRIMARY KEY);
INSERT INTO customers SELECT generate_series(1, 200);
CREATE TABLE events (id bigint NOT NULL, customer_id bigint REFERENCES customers) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
INSERT INTO events VALUES (1, 1);
CREATE TABLE without_key (id bigint NOT NULL, customer_id bigint, CHECK (id >= 200 AND id < 300));
INSERT INTO without_key VALUES (250, 1);
CREATE TABLE with_key (id bigint NOT NULL, customer_id bigint REFERENCES customers, CHECK (id >= 200 AND id < 300));
INSERT INTO with_key VALUES (250, 1);

-- rows 11-18
ALTER TABLE events ATTACH PARTITION without_key FOR VALUES FROM (200) TO (300);
ALTER TABLE events ATTACH PARTITION with_key FOR VALUES FROM (200) TO (300);
ALTER TABLE events DETACH PARTITION events_1;
DROP TABLE events_1;
DROP TABLE events;

-- rows 14-18
ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;

-- given 12-18
CREATE TABLE events (id bigint PRIMARY KEY, note text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);
INSERT INTO events VALUES (1, 'note');
CREATE TABLE events_3 (id bigint PRIMARY KEY, note text, CHECK (id BETWEEN 200 AND 250 AND id < 300));
INSERT INTO events_3 VALUES (250, 'note');
CREATE TABLE remarks (event_id bigint REFERENCES events);
INSERT INTO remarks VALUES (1);

-- rows 12-18
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES FROM (200) TO (300);
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM (300) TO (400);
DROP TABLE events CASCADE;

-- given
CREATE TABLE events (id bigint NOT NULL, kind text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
INSERT INTO events VALUES (1, 'a');
CREATE TABLE unchecked (id bigint NOT NULL, kind text) PARTITION BY LIST (kind);
CREATE TABLE unchecked_a PARTITION OF unchecked FOR VALUES IN ('a');
INSERT INTO unchecked VALUES (250, 'a');
CREATE TABLE checked (id bigint NOT NULL, kind text, CHECK (id >= 200 AND id < 300)) PARTITION BY LIST (kind);
CREATE TABLE checked_a PARTITION OF checked FOR VALUES IN ('a');
INSERT INTO checked VALUES (250, 'a');
CREATE TABLE loose (id bigint NOT NULL, kind text);
INSERT INTO loose VALUES (250, 'a');
ALTER TABLE loose ADD CHECK (id >= 200 AND id < 300) NOT VALID;

-- rows
ALTER TABLE events ATTACH PARTITION unchecked FOR VALUES FROM (200) TO (300);
ALTER TABLE events ATTACH PARTITION checked FOR VALUES FROM (200) TO (300);
ALTER TABLE events ATTACH PARTITION loose FOR VALUES FROM (200) TO (300);
ALTER TABLE events DETACH PARTITION events_1;
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);
DROP TABLE events_1;
DROP TABLE events;
TRUNCATE events_1;
TRUNCATE events;
SELECT * FROM events;
ALTER TABLE events ADD COLUMN extra integer;
ALTER TABLE events ADD CHECK (id >= 0);
ALTER TABLE unchecked DETACH PARTITION unchecked_a;

-- given
CREATE TABLE events (id bigint, kind varchar(10)) PARTITION BY LIST (kind);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN ('a');
INSERT INTO events VALUES (1, 'a');
CREATE TABLE events_2 (id bigint, kind varchar(10), CHECK (kind IS NOT NULL AND kind IN ('b', 'c')));
INSERT INTO events_2 VALUES (1, 'b');
CREATE TABLE events_3 (id bigint, kind varchar(10), CHECK ((kind IS NULL OR kind IN ('b', 'c'))));
INSERT INTO events_3 VALUES (1, NULL);

-- rows
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES IN ('b', 'c');
ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES IN ('b', 'd');
ALTER TABLE events ATTACH PARTITION events_3 FOR VALUES IN ('b', NULL, 'c');

-- given 11-18
CREATE TABLE events (id bigint, placed date) PARTITION BY RANGE (placed);
CREATE TABLE rest PARTITION OF events DEFAULT;
INSERT INTO events VALUES (1, '2020-01-01');
ALTER TABLE rest ADD CHECK (NOT (placed IS NOT NULL AND placed >= '2024-01-01' AND placed < '2025-01-01'));
CREATE TABLE events_2024 (id bigint, placed date, CHECK (placed IS NOT NULL AND placed >= '2024-01-01' AND placed < '2025-01-01'));
INSERT INTO events_2024 VALUES (1, '2024-05-01');

-- rows 11-18
ALTER TABLE events ATTACH PARTITION events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE events ATTACH PARTITION events_2024 FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);

-- given 11-18
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
INSERT INTO events VALUES (1);
CREATE TRIGGER same AFTER UPDATE ON events FOR EACH ROW EXECUTE PROCEDURE suppress_redundant_updates_trigger();
CREATE POLICY everybody ON events USING (true);
CREATE INDEX whole ON ONLY events (id);
CREATE INDEX part ON events_1 (id);

-- rows 11-18
ALTER INDEX whole ATTACH PARTITION part;
ALTER TRIGGER same ON events RENAME TO other;
ALTER POLICY everybody ON events USING (id > 0);
CREATE POLICY nobody ON events USING (false);
CREATE TABLE seen AS SELECT * FROM events;
CREATE VIEW seen AS SELECT * FROM events;

-- given 17-18
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
INSERT INTO events VALUES (1);

-- rows 17-18
ALTER TABLE events SET ACCESS METHOD heap2;
ALTER TABLE events_1 SET ACCESS METHOD heap2;

-- given 15-16
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE events (id bigint);
INSERT INTO events VALUES (1);

-- rows 15-16
ALTER TABLE events SET ACCESS METHOD heap2;

-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
INSERT INTO customers SELECT generate_series(1, 200);
CREATE TABLE keyed (day int NOT NULL, customer_id bigint) PARTITION BY RANGE (day);
CREATE TABLE keyed_1 PARTITION OF keyed FOR VALUES FROM (0) TO (100);
CREATE TABLE keyed_2 PARTITION OF keyed FOR VALUES FROM (100) TO (201);
INSERT INTO keyed SELECT n, n FROM generate_series(1, 200) n;
ALTER TABLE keyed_1 ADD CONSTRAINT keyed_1_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE TABLE ready (day int NOT NULL, customer_id bigint) PARTITION BY RANGE (day);
CREATE TABLE ready_1 PARTITION OF ready FOR VALUES FROM (0) TO (201);
INSERT INTO ready SELECT n, n FROM generate_series(1, 200) n;
ALTER TABLE ready_1 ADD CONSTRAINT ready_1_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE TABLE late (day int NOT NULL, customer_id bigint) PARTITION BY RANGE (day);
CREATE TABLE late_1 PARTITION OF late FOR VALUES FROM (0) TO (201);
INSERT INTO late SELECT n, n FROM generate_series(1, 200) n;
ALTER TABLE late_1 ADD CONSTRAINT late_1_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;

-- rows 11-18
ALTER TABLE keyed ADD CONSTRAINT customer FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE ready ADD CONSTRAINT customer FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE late ADD CONSTRAINT customer FOREIGN KEY (customer_id) REFERENCES customers (id);
