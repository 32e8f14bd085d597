-- versions: 12-18
-- given
CREATE TABLE orders (
  id integer PRIMARY KEY,
  state varchar(10),
  amount numeric(10, 2),
  sender cidr,
  placed timestamp);

-- when
ALTER TABLE orders ALTER COLUMN state TYPE varchar(20);
ALTER TABLE orders ALTER COLUMN state TYPE text USING state::text;
ALTER TABLE orders ALTER COLUMN amount TYPE numeric(12, 2);
ALTER TABLE orders ALTER COLUMN sender TYPE inet;
SET LOCAL TIME ZONE 'UTC';
ALTER TABLE orders ALTER COLUMN placed TYPE timestamptz;
