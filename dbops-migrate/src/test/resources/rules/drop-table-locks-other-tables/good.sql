-- given
CREATE TABLE reviews (id bigint PRIMARY KEY, stars integer);

-- when
-- dbops:ignore drop-table-loses-data: nobody reviews any more
DROP TABLE reviews;
