-- statements: 3
-- since: 14
create table measure (at timestamptz not null, value int) partition by range (at);
create table measure_2024 partition of measure for values from ('2024-01-01') to ('2025-01-01');
alter table measure detach partition measure_2024 concurrently;
