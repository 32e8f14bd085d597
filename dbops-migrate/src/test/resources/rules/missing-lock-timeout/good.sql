-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
SET LOCAL lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN note text;
