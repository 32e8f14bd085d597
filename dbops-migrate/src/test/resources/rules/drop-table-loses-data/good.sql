-- given
CREATE TABLE invoices (id bigint PRIMARY KEY, total numeric NOT NULL);

-- when
CREATE TABLE drafts (id bigint PRIMARY KEY);
DROP TABLE drafts;
-- dbops:ignore drop-table-loses-data: all invoices moved to the billing service in March
DROP TABLE invoices;
