-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
-- finding: missing-lock-timeout
ALTER TABLE orders ADD COLUMN note text;
