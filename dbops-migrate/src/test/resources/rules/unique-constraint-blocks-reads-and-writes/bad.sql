-- given
CREATE TABLE users (id bigint PRIMARY KEY, email text);

-- when
ALTER TABLE users
  -- finding: unique-constraint-blocks-reads-and-writes
  ADD CONSTRAINT uq_users_email UNIQUE (email);
