-- versions: 11-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';
ALTER TABLE orders ADD COLUMN received_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE orders ADD COLUMN weight double precision, ALTER COLUMN weight SET DEFAULT random();
