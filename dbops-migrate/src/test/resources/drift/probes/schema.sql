-- given
CREATE SCHEMA kept;

-- probe a schema more
-- differs unexpected schema extra
CREATE SCHEMA extra;

-- probe a schema less
-- differs missing schema kept
DROP SCHEMA kept;
