-- transaction: none
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, currency text);

-- when
ALTER TABLE orders ADD COLUMN cents bigint;
UPDATE orders SET cents = total * 100 WHERE currency = 'EUR';
