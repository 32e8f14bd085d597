-- given
CREATE TABLE users (id bigint PRIMARY KEY, email text);

-- when
ALTER TABLE users
  -- finding: unique-constraint-blocks-reads-and-writes
  ADD UNIQUE (email) WITH (fillfactor = 70) DEFERRABLE INITIALLY DEFERRED;
