-- given
CREATE TYPE order_state AS ENUM ('open', 'payed');

-- when
-- finding: enum-value-rename
ALTER TYPE order_state RENAME VALUE 'payed' TO 'paid';
