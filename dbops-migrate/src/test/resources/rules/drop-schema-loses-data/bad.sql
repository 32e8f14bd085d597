-- given
CREATE SCHEMA archive;
CREATE TABLE archive.invoices (id bigint PRIMARY KEY, total numeric NOT NULL);

-- when
-- finding: drop-schema-loses-data
DROP SCHEMA archive CASCADE;
