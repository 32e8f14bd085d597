-- given
CREATE TABLE invoices (id bigint PRIMARY KEY, total numeric NOT NULL);

-- when
-- finding: drop-table-loses-data
DROP TABLE invoices;
