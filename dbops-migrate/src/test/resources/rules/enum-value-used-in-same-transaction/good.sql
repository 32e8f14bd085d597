-- versions: 12-18
-- given
CREATE TYPE order_state AS ENUM ('open', 'paid');
CREATE TABLE orders (id bigint PRIMARY KEY, state order_state NOT NULL);

-- when
ALTER TYPE order_state ADD VALUE 'returned';
ALTER TYPE order_state ADD VALUE 'lost' AFTER 'returned';
UPDATE orders SET state = 'open' WHERE id = 42;
