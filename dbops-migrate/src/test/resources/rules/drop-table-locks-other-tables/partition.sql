-- versions: 11-18
-- given
CREATE TABLE events (id bigint, placed date) PARTITION BY RANGE (placed);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- when
-- dbops:ignore drop-table-loses-data: kept for one year
-- finding: drop-table-locks-other-tables
DROP TABLE events_2024;
