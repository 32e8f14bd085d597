-- transaction: none
-- given
CREATE TYPE order_state AS ENUM ('open', 'paid');
CREATE TABLE orders (id bigint PRIMARY KEY, state order_state NOT NULL);

-- when
ALTER TYPE order_state ADD VALUE 'returned';
UPDATE orders SET state = 'returned' WHERE id = 42;
