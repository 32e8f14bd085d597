-- given
CREATE TABLE prices (id bigint PRIMARY KEY, price numeric);

-- when
CREATE TEMPORARY TABLE staging (id bigint, price numeric);
TRUNCATE staging;
-- dbops:ignore truncate-loses-data: the import fills it anew every night
TRUNCATE prices;
