-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);
CREATE INDEX idx_orders_customer ON orders (customer_id);

-- when
-- finding: reindex-blocks-reads-and-writes
REINDEX TABLE orders;
