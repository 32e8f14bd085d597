-- versions: 10-10
-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
-- finding: add-column-volatile-default-rewrites
ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';
ALTER TABLE orders ADD COLUMN note text DEFAULT NULL;
