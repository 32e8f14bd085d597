-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  state varchar(20) CONSTRAINT has_state CHECK (state <> ''));

-- when
-- finding: type-change-rechecks
ALTER TABLE orders ALTER COLUMN state TYPE text;
