-- given
CREATE TABLE orders (id bigint PRIMARY KEY, note text);

-- when
-- finding: lock-table-blocks-others
LOCK TABLE orders;
