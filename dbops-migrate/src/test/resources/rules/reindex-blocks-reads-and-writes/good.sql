-- transaction: none
-- versions: 12-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);
CREATE INDEX idx_orders_customer ON orders (customer_id);

-- when
REINDEX TABLE CONCURRENTLY orders;
