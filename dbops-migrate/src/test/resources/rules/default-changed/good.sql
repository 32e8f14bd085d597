-- versions: 13-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
ALTER TABLE orders ADD COLUMN token uuid, ALTER COLUMN token SET DEFAULT gen_random_uuid();
ALTER TABLE orders ALTER COLUMN token DROP DEFAULT;
