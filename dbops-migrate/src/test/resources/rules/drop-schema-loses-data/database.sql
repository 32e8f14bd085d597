-- transaction: none
-- when
-- finding: drop-schema-loses-data
DROP DATABASE IF EXISTS reporting;
