-- versions: 12-14
-- given
CREATE TABLE members (id bigint PRIMARY KEY, email text);

-- when
-- finding: syntax-of-later-version
CREATE UNIQUE INDEX uq_members_email ON members (email) NULLS NOT DISTINCT;
