-- given
CREATE SCHEMA archive;

-- when
DROP SCHEMA archive;
