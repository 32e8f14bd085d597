-- transaction: none
-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  state varchar(20) CONSTRAINT has_state CHECK (state <> ''));

-- when
ALTER TABLE orders
  DROP CONSTRAINT has_state,
  ALTER COLUMN state TYPE text,
  ADD CONSTRAINT has_state CHECK (state <> '') NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT has_state;
