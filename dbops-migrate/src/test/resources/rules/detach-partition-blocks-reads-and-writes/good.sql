-- transaction: none
-- versions: 14-18
-- given
CREATE TABLE events (id bigint NOT NULL, placed date NOT NULL) PARTITION BY RANGE (placed);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- when
ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;
