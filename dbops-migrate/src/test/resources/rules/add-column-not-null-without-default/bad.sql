-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
-- finding: add-column-not-null-without-default
ALTER TABLE orders ADD COLUMN state text NOT NULL;
