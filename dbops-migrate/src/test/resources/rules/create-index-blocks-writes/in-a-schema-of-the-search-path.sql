-- given
CREATE SCHEMA "Shop";
CREATE TABLE "Shop".orders (id bigint PRIMARY KEY, n int);

-- when
SET search_path TO "Shop", public;
-- finding: create-index-blocks-writes
CREATE INDEX idx_orders_n ON orders (n);
