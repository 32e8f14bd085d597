-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
-- finding: add-column-serial-rewrites
ALTER TABLE orders ADD COLUMN number bigserial;
