-- given
CREATE TABLE events (id bigint PRIMARY KEY, note text);

-- when
-- finding: cluster-blocks-reads-and-writes
CLUSTER events USING events_pkey;
