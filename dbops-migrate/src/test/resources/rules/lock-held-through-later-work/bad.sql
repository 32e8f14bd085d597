-- given
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, currency text);

-- when
ALTER TABLE orders ADD COLUMN cents bigint;
-- finding: lock-held-through-later-work
UPDATE orders SET cents = total * 100 WHERE currency = 'EUR';
