-- given
CREATE UNLOGGED TABLE sessions (id bigint PRIMARY KEY, note text);

-- when
CREATE TABLE events (id bigint PRIMARY KEY, note text);
ALTER TABLE events SET UNLOGGED;
ALTER TABLE sessions SET UNLOGGED;
