-- given
CREATE SCHEMA kept;

-- probe a schema more
-- differs unexpected schema extra
CREATE SCHEMA extra;

-- probe a schema less
-- differs missing schema kept
DROP SCHEMA kept;

-- probe a schema with things in it more
-- differs unexpected schema extra
CREATE SCHEMA extra; CREATE TABLE extra.t (id serial PRIMARY KEY); CREATE VIEW extra.v AS SELECT id FROM extra.t; CREATE TYPE extra.e AS ENUM ('a');
