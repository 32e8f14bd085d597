-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  state varchar(20),
  note text,
  amount numeric(10, 2),
  placed timestamptz);

-- when
-- finding: type-narrowing-loses-data
ALTER TABLE orders ALTER COLUMN id TYPE integer;
-- finding: type-narrowing-loses-data
ALTER TABLE orders ALTER COLUMN state TYPE varchar(10);
-- finding: type-narrowing-loses-data
ALTER TABLE orders ALTER COLUMN note TYPE varchar(100) USING note::varchar(100);
-- finding: type-narrowing-loses-data
ALTER TABLE orders ALTER COLUMN amount TYPE numeric(10, 1);
-- finding: type-narrowing-loses-data
ALTER TABLE orders ALTER COLUMN placed TYPE date;
