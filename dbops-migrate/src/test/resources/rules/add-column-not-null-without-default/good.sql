-- versions: 11-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';
ALTER TABLE orders ADD COLUMN note text;
CREATE TABLE letters (id bigint PRIMARY KEY);
ALTER TABLE letters ADD COLUMN body text NOT NULL;
