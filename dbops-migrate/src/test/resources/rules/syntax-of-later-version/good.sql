-- transaction: none
-- versions: 12-14
-- given
CREATE TABLE members (id bigint PRIMARY KEY, email text);

-- when
CREATE UNIQUE INDEX CONCURRENTLY uq_members_email ON members (email);
CREATE UNIQUE INDEX CONCURRENTLY uq_members_without_email ON members ((email IS NULL)) WHERE email IS NULL;
