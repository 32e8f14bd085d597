-- versions: 12-18
-- transaction: none
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state varchar(20));
ALTER TABLE orders ADD CONSTRAINT has_state CHECK (state IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT has_state;

-- when
ALTER TABLE orders ALTER COLUMN state SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT has_state;
ALTER TABLE orders ALTER COLUMN state TYPE text;
