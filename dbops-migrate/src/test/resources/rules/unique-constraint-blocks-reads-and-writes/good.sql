-- transaction: none
-- given
CREATE TABLE users (id bigint PRIMARY KEY, email text);

-- when
CREATE UNIQUE INDEX CONCURRENTLY uq_users_email ON users (email);
ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE USING INDEX uq_users_email;
