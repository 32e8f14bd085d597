-- versions: 12-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, net numeric(12, 2) NOT NULL);

-- when
-- finding: add-column-stored-generated-rewrites
ALTER TABLE orders ADD COLUMN gross numeric(12, 2) GENERATED ALWAYS AS (net * 1.19) STORED;
