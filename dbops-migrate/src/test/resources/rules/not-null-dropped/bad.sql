-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL);

-- when
-- finding: not-null-dropped
ALTER TABLE orders ALTER COLUMN customer_id DROP NOT NULL;
