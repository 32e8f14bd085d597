-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
-- finding: add-column-identity-rewrites
ALTER TABLE orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
