-- transaction: flyway
-- versions: 12-18
-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);

-- when
-- finding: refused-in-transaction
REINDEX TABLE CONCURRENTLY orders;
