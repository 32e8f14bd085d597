-- when
CREATE TABLE events (
  id bigint PRIMARY KEY,
-- finding: timestamp-without-time-zone
  happened_at timestamp(3) NOT NULL
);
