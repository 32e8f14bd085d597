-- when
CREATE TABLE events (
-- finding: int-primary-key
  id integer PRIMARY KEY,
  payload jsonb NOT NULL
);
CREATE TABLE sources (
-- finding: int-primary-key
  id smallint,
  name text NOT NULL,
  PRIMARY KEY (id)
);
