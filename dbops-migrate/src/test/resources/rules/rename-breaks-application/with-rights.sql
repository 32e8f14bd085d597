-- given
CREATE TABLE orders (id bigint PRIMARY KEY, note text, secret text);
GRANT SELECT (id, note) ON orders TO PUBLIC;
GRANT INSERT ON orders TO PUBLIC;

-- when
-- finding: rename-breaks-application
ALTER TABLE orders RENAME TO purchases;
