-- transaction: none
-- given
CREATE DOMAIN quantity AS integer;
ALTER DOMAIN quantity ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
CREATE TABLE orders (id bigint PRIMARY KEY, ordered quantity);
CREATE TABLE stock (id bigint PRIMARY KEY, held quantity);

-- when
-- finding: domain-constraint-blocks-writes
ALTER DOMAIN quantity ADD CONSTRAINT sane CHECK (VALUE < 1000000);
-- finding: domain-constraint-blocks-writes
ALTER DOMAIN quantity VALIDATE CONSTRAINT positive;
-- finding: domain-constraint-blocks-writes
ALTER DOMAIN quantity SET NOT NULL;
