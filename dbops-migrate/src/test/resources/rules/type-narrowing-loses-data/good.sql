-- transaction: none
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, state varchar(20));

-- when
ALTER TABLE orders ADD CONSTRAINT orders_state_length CHECK (length(state) <= 10) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_state_length;
