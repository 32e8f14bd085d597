-- given
CREATE TABLE orders (id bigint PRIMARY KEY);

-- when
CREATE TABLE letters (id bigint PRIMARY KEY, address text NOT NULL);
ALTER TABLE letters ALTER COLUMN address DROP NOT NULL;
