-- given
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);

-- when
ALTER TABLE orders ADD COLUMN cents bigint;
-- finding: lock-held-through-later-work
UPDATE orders SET cents = total * 100 WHERE cents IS NULL;
