-- transaction: none
-- given
CREATE DOMAIN quantity AS integer;
CREATE TABLE orders (id bigint PRIMARY KEY, ordered quantity);
CREATE DOMAIN unused AS integer;

-- when
ALTER DOMAIN quantity ADD CONSTRAINT sane CHECK (VALUE < 1000000) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT orders_ordered_check CHECK (ordered < 1000000) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_ordered_check;
ALTER DOMAIN unused SET NOT NULL;
CREATE DOMAIN fresh AS integer CHECK (VALUE > 0);
