-- transaction: none
-- versions: 11-18
-- given
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- when
CREATE INDEX idx_events_id ON ONLY events (id);
CREATE INDEX CONCURRENTLY idx_events_2025_id ON events_2025 (id);
CREATE INDEX CONCURRENTLY idx_events_2026_id ON events_2026 (id);
ALTER INDEX idx_events_id ATTACH PARTITION idx_events_2025_id;
ALTER INDEX idx_events_id ATTACH PARTITION idx_events_2026_id;
