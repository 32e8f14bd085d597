-- given
CREATE TABLE events (id bigint PRIMARY KEY, note text);

-- when
ALTER TABLE events CLUSTER ON events_pkey;
