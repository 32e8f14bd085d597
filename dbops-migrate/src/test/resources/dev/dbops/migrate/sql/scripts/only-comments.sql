-- statements: 0
-- drop table orders;
/* drop table customers; /* nested; */ */
;
