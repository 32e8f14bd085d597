-- given
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, currency text);

-- when
UPDATE orders SET currency = 'EUR'
WHERE id IN (SELECT id FROM orders WHERE currency IS NULL ORDER BY id LIMIT 1000);
UPDATE orders SET currency = 'EUR' WHERE id = 1;
