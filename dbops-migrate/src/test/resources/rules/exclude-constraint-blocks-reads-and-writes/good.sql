-- given
CREATE TABLE rooms (id bigint PRIMARY KEY);

-- when
CREATE TABLE bookings (
  id bigint PRIMARY KEY,
  during tsrange NOT NULL,
  CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&)
);
