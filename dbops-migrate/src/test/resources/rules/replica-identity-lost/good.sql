-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
CREATE PUBLICATION warehouse FOR TABLE orders;

-- when
ALTER TABLE orders REPLICA IDENTITY FULL;
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
