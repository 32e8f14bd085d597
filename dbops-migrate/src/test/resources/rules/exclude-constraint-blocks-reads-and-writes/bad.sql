-- given
CREATE TABLE bookings (id bigint PRIMARY KEY, during tsrange NOT NULL);

-- when
ALTER TABLE bookings
  -- finding: exclude-constraint-blocks-reads-and-writes
  ADD CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&);
