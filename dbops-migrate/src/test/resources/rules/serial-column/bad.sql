-- when
CREATE TABLE events (
-- finding: serial-column
  id bigserial PRIMARY KEY,
  payload jsonb NOT NULL
);
