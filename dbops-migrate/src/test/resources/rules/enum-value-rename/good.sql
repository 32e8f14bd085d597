-- versions: 12-18
-- given
CREATE TYPE order_state AS ENUM ('open', 'payed');

-- when
ALTER TYPE order_state ADD VALUE 'paid';
CREATE TYPE shipping_state AS ENUM ('packed', 'send');
ALTER TYPE shipping_state RENAME VALUE 'send' TO 'sent';
