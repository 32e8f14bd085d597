-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
-- finding: add-column-volatile-default-rewrites
ALTER TABLE orders ADD COLUMN weight double precision NOT NULL DEFAULT random();
