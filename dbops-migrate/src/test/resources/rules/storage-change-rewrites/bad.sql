-- given
CREATE TABLE events (id bigint PRIMARY KEY, note text);

-- when
-- finding: storage-change-rewrites
ALTER TABLE events SET UNLOGGED;
