-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state text NOT NULL DEFAULT 'open', note text DEFAULT '');

-- when
ALTER TABLE orders
-- finding: default-changed
  ALTER COLUMN state SET DEFAULT 'new',
-- finding: default-changed
  ALTER COLUMN note DROP DEFAULT;
