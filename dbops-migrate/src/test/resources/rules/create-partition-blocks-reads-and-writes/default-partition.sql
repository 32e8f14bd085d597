-- versions: 11-18
-- given
CREATE TABLE events (id bigint NOT NULL, kind text DEFAULT 'login') PARTITION BY LIST (kind);
CREATE TABLE events_other PARTITION OF events DEFAULT;
CREATE INDEX idx_events_id ON events (id);

-- when
-- finding: create-partition-blocks-reads-and-writes
CREATE TABLE events_login PARTITION OF events FOR VALUES IN ('login', NULL);
