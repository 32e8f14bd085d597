-- given
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE TABLE counters (id bigint PRIMARY KEY, value bigint);

-- when
LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE;
-- dbops:ignore lock-table-blocks-others: the sum below must see no new rows
LOCK TABLE counters IN SHARE MODE;
