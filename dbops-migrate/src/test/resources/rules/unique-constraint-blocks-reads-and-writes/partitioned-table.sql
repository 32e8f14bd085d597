-- versions: 11-18
-- given
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- when
ALTER TABLE events
  -- finding: unique-constraint-blocks-reads-and-writes
  ADD CONSTRAINT uq_events UNIQUE (id, day);
