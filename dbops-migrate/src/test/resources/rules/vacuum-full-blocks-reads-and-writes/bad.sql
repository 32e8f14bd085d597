-- transaction: none
-- given
CREATE TABLE events (id bigint PRIMARY KEY, note text);

-- when
-- finding: vacuum-full-blocks-reads-and-writes
VACUUM FULL events;
