-- when
CREATE TABLE events (id bigint PRIMARY KEY, attempts integer NOT NULL);
CREATE TABLE sources (event_id bigint, number integer, PRIMARY KEY (event_id, number));
