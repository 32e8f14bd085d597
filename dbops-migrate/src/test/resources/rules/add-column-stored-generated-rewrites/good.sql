-- versions: 18-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, net numeric(12, 2) NOT NULL);

-- when
ALTER TABLE orders ADD COLUMN gross numeric(12, 2) GENERATED ALWAYS AS (net * 1.19) VIRTUAL;
