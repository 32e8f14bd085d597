-- transaction: none
-- given
CREATE TABLE events (id bigint PRIMARY KEY, note text);

-- when
VACUUM events;
