-- versions: 12-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state varchar(20));
ALTER TABLE orders ADD CONSTRAINT has_state CHECK (state IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT has_state;

-- when
ALTER TABLE orders
-- finding: type-change-with-set-not-null
  ALTER COLUMN state TYPE text,
  ALTER COLUMN state SET NOT NULL;
