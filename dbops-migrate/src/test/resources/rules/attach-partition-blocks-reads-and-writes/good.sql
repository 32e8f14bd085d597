-- transaction: none
-- given
CREATE TABLE events (id bigint NOT NULL, placed date NOT NULL) PARTITION BY RANGE (placed);
CREATE TABLE events_2025 (id bigint NOT NULL, placed date NOT NULL);
INSERT INTO events_2025 VALUES (1, '2025-05-01');

-- when
ALTER TABLE events_2025 ADD CONSTRAINT events_2025_placed_bound
  CHECK (placed >= '2025-01-01' AND placed < '2026-01-01') NOT VALID;
ALTER TABLE events_2025 VALIDATE CONSTRAINT events_2025_placed_bound;
ALTER TABLE events
  ATTACH PARTITION events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE events_2025 DROP CONSTRAINT events_2025_placed_bound;
