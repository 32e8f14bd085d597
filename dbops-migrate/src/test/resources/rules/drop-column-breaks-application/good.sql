-- given
CREATE TABLE customers (id bigint PRIMARY KEY, fax text DEFAULT '');

-- when
CREATE TABLE letters (id bigint PRIMARY KEY, address text, sent boolean);
ALTER TABLE letters DROP COLUMN sent;
ALTER TABLE customers DROP COLUMN IF EXISTS telex;
