-- versions: 12-18
-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  net integer NOT NULL,
  gross integer GENERATED ALWAYS AS (net * 119 / 100) STORED
);

-- when
-- finding: generated-column-prevents-type-change
ALTER TABLE orders ALTER COLUMN net TYPE bigint;
