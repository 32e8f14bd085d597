-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);
ALTER TABLE orders ADD CONSTRAINT chk_orders_total CHECK (total >= 0);

-- when
ALTER TABLE orders DROP CONSTRAINT chk_orders_total;
