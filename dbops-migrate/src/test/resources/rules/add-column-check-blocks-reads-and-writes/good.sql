-- transaction: none
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
ALTER TABLE orders ADD COLUMN discount numeric;
ALTER TABLE orders ADD CONSTRAINT chk_discount CHECK (discount >= 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT chk_discount;
