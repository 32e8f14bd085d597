-- versions: 11-18
-- given
CREATE TABLE events (id bigint NOT NULL, kind text) PARTITION BY LIST (kind);
CREATE TABLE events_other PARTITION OF events DEFAULT;

-- when
CREATE TABLE events_login (id bigint NOT NULL, kind text);
-- finding: attach-partition-blocks-reads-and-writes
ALTER TABLE events ATTACH PARTITION events_login FOR VALUES IN ('login', 'logout');
