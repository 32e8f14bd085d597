-- Partitions get what their partitioned table has, and what it is given.
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE events (
  id int NOT NULL, at date NOT NULL, customer int REFERENCES customers,
  CONSTRAINT sane CHECK (id > 0), PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_default PARTITION OF events DEFAULT;
CREATE INDEX ON events (customer);
CREATE INDEX on_parent ON ONLY events (at);
ALTER TABLE events ADD COLUMN note text;
ALTER TABLE events ALTER note SET NOT NULL;
ALTER TABLE events ADD CONSTRAINT noted CHECK (note <> '');
ALTER TABLE events ADD UNIQUE (note, id, at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
  PARTITION BY LIST (id);
CREATE TABLE events_2025_1 PARTITION OF events_2025 FOR VALUES IN (1);
CREATE TABLE events_2026 (
  id int NOT NULL, at date NOT NULL, customer int, note text NOT NULL,
  CONSTRAINT sane CHECK (id > 0), CONSTRAINT noted CHECK (note <> '')
);
CREATE INDEX mine ON events_2026 (customer);
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events DETACH PARTITION events_default;
ALTER TABLE events RENAME COLUMN note TO remark;
ALTER TABLE events DROP CONSTRAINT events_note_id_at_key;
DROP INDEX events_customer_idx;
CREATE TABLE gone PARTITION OF events FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
DROP TABLE gone;
CREATE TABLE base (id int, CHECK (id > 0));
CREATE TABLE derived (more text) INHERITS (base);
ALTER TABLE base ADD COLUMN added int DEFAULT 1;
ALTER TABLE ONLY derived ADD COLUMN own int;
ALTER TABLE base ALTER added SET NOT NULL;
CREATE TABLE copied (LIKE base, extra int);
CREATE TABLE model (
  id int PRIMARY KEY, code text DEFAULT 'x' UNIQUE, note text, CONSTRAINT short CHECK (id < 9)
);
CREATE INDEX ON model (note, code);
CREATE TABLE model_all (LIKE model INCLUDING ALL);
CREATE TABLE model_some (LIKE model INCLUDING ALL EXCLUDING INDEXES, more int);
CREATE TABLE model_checks (LIKE model INCLUDING CONSTRAINTS);
CREATE TABLE model_indexes (own int UNIQUE, LIKE model INCLUDING INDEXES);
