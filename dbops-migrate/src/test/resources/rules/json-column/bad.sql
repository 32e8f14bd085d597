-- when
CREATE TABLE events (
  id bigint PRIMARY KEY,
-- finding: json-column
  payload json NOT NULL
);
