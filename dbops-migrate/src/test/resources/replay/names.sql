-- The names that the server chooses, and what happens when they are taken or too long.
CREATE TABLE customers (
  id bigserial PRIMARY KEY,
  email text NOT NULL UNIQUE,
  age int CHECK (age > 0),
  "Vip" boolean DEFAULT false CHECK ("Vip" OR age < 99),
  code varchar(10) COLLATE "C",
  UNIQUE (email, age),
  CHECK (true)
);
CREATE TABLE orders (
  id int GENERATED ALWAYS AS IDENTITY,
  customer bigint REFERENCES customers,
  email text REFERENCES customers (email),
  parent int,
  total numeric(10, 2) DEFAULT 0 NOT NULL,
  vat numeric GENERATED ALWAYS AS (total * 0.2) STORED,
  CONSTRAINT orders_key PRIMARY KEY (id),
  FOREIGN KEY (parent) REFERENCES orders
);
CREATE TABLE pairs (
  a int, b int, c int,
  PRIMARY KEY (a, b), UNIQUE (b, c), UNIQUE (b, c, a)
);
CREATE TABLE pair_users (
  a int, b int,
  FOREIGN KEY (a, b) REFERENCES pairs,
  CHECK (a > 0), CHECK (a < 100), CHECK (a + b > 0), CHECK (b IS NOT NULL)
);
CREATE INDEX ON customers (email);
CREATE INDEX ON customers (email);
CREATE INDEX ON customers (lower(email), code);
CREATE INDEX ON customers ((age + 1), (age + 2));
CREATE INDEX ON customers (age) INCLUDE (code);
CREATE UNIQUE INDEX ON customers (code) WHERE code IS NOT NULL;
CREATE TABLE a_table_with_a_name_that_fills_nearly_all_of_the_63_bytes (
  a_column_with_a_rather_long_name_too int PRIMARY KEY,
  b int UNIQUE,
  another_column_with_a_rather_long_name int CHECK (another_column_with_a_rather_long_name > 0),
  "größe_ünïcödé_größe_ünïcödé_größe" int UNIQUE
);
CREATE INDEX ON a_table_with_a_name_that_fills_nearly_all_of_the_63_bytes (b, another_column_with_a_rather_long_name);
