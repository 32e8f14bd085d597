-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);

-- when
-- finding: create-index-blocks-writes
CREATE INDEX idx_orders_customer ON orders (customer_id);
