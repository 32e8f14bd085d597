-- versions: 12-18
-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  net varchar(20) NOT NULL,
  other varchar(20),
  length integer GENERATED ALWAYS AS (length(net)) STORED
);

-- when
ALTER TABLE orders ALTER COLUMN other TYPE text;
-- dbops:ignore drop-column-breaks-application: nothing reads it yet
ALTER TABLE orders DROP COLUMN length, ALTER COLUMN net TYPE text;
