-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
CREATE SEQUENCE orders_number_seq;
ALTER TABLE orders ADD COLUMN number bigint, ALTER COLUMN number SET DEFAULT nextval('orders_number_seq');
CREATE TABLE letters (id bigserial PRIMARY KEY);
ALTER TABLE letters ADD COLUMN number serial;
