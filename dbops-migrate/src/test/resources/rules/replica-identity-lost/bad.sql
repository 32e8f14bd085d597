-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
CREATE PUBLICATION warehouse FOR TABLE orders;

-- when
-- finding: replica-identity-lost
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
