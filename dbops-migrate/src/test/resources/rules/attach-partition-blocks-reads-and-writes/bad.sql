-- given
CREATE TABLE events (id bigint NOT NULL, placed date NOT NULL) PARTITION BY RANGE (placed);
CREATE TABLE events_2025 (id bigint NOT NULL, placed date NOT NULL);
INSERT INTO events_2025 VALUES (1, '2025-05-01');

-- when
ALTER TABLE events
  -- finding: attach-partition-blocks-reads-and-writes
  ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
