-- given
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, currency text);
CREATE TABLE old_orders (id bigint PRIMARY KEY);

-- when
-- finding: changes-every-row
UPDATE orders SET currency = 'EUR';
-- finding: changes-every-row
DELETE FROM old_orders;
