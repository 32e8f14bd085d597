-- given
CREATE TABLE customers (id bigint PRIMARY KEY, email text);
INSERT INTO customers SELECT n, n::text FROM generate_series(1, 200) n;
CREATE TABLE orders (id bigint, customer_id bigint NOT NULL, note text, amount integer, slot int4range, CONSTRAINT note_there CHECK (note IS NOT NULL));
INSERT INTO orders SELECT n, n, 'note', n, int4range(n, n + 1) FROM generate_series(1, 200) n;
CREATE UNIQUE INDEX orders_id ON orders (id);
CREATE UNIQUE INDEX orders_customer ON orders (customer_id);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint, customer_id bigint REFERENCES customers);
INSERT INTO items SELECT n, n, n FROM generate_series(1, 200) n;
ALTER TABLE items ADD CONSTRAINT items_customer_late FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE items ADD CONSTRAINT items_positive CHECK (id > 0) NOT VALID;
CREATE DOMAIN quantity AS integer;
ALTER DOMAIN quantity ADD CONSTRAINT quantity_positive CHECK (VALUE > 0) NOT VALID;
CREATE TABLE stock (id bigint, held quantity);
INSERT INTO stock VALUES (1, 1);
CREATE TABLE parents (id integer);
CREATE TABLE children () INHERITS (parents);
INSERT INTO parents VALUES (1);
INSERT INTO children VALUES (2);
ALTER TABLE parents ADD CONSTRAINT parents_late CHECK (id > 0) NOT VALID;

-- rows
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers, ADD CHECK (amount > 0);
ALTER TABLE items VALIDATE CONSTRAINT items_customer_late;
ALTER TABLE items VALIDATE CONSTRAINT items_positive;
ALTER TABLE items VALIDATE CONSTRAINT items_customer_id_fkey;
ALTER TABLE items DROP CONSTRAINT items_customer_id_fkey;
ALTER TABLE items DROP CONSTRAINT items_positive;
ALTER TABLE items DROP CONSTRAINT items_pkey;
ALTER TABLE items DROP CONSTRAINT IF EXISTS absent;
ALTER TABLE customers DROP CONSTRAINT customers_pkey CASCADE;
ALTER TABLE items RENAME CONSTRAINT items_customer_late TO other;
ALTER TABLE orders ADD CHECK (amount > 0);
ALTER TABLE orders ADD CHECK (amount > 0) NOT VALID;
ALTER TABLE orders ADD UNIQUE (amount);
ALTER TABLE orders ADD CONSTRAINT orders_once UNIQUE USING INDEX orders_id;
ALTER TABLE orders ADD PRIMARY KEY (id);
ALTER TABLE orders ADD PRIMARY KEY (customer_id);
ALTER TABLE orders ADD PRIMARY KEY (customer_id, note);
ALTER TABLE orders DROP CONSTRAINT note_there, ADD PRIMARY KEY (customer_id, note);
ALTER TABLE orders ADD CONSTRAINT orders_key PRIMARY KEY USING INDEX orders_id;
ALTER TABLE orders ADD CONSTRAINT orders_key PRIMARY KEY USING INDEX orders_customer;
ALTER TABLE orders ADD EXCLUDE USING gist (slot WITH &&);
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;
ALTER TABLE orders ALTER COLUMN customer_id DROP NOT NULL;
ALTER TABLE items ALTER CONSTRAINT items_customer_id_fkey DEFERRABLE;
ALTER TABLE parents ADD CHECK (id < 100);
ALTER TABLE parents ADD CHECK (id < 100) NOT VALID;
ALTER TABLE parents VALIDATE CONSTRAINT parents_late;
ALTER TABLE parents DROP CONSTRAINT parents_late;
ALTER TABLE parents ADD PRIMARY KEY (id);
ALTER TABLE parents ADD UNIQUE (id);
ALTER DOMAIN quantity ADD CHECK (VALUE < 1000);
ALTER DOMAIN quantity ADD CHECK (VALUE < 1000) NOT VALID;
ALTER DOMAIN quantity VALIDATE CONSTRAINT quantity_positive;
ALTER DOMAIN quantity SET NOT NULL;
ALTER DOMAIN quantity DROP CONSTRAINT quantity_positive;
ALTER DOMAIN quantity DROP NOT NULL;
ALTER TABLE customers ALTER COLUMN id TYPE integer;
ALTER TABLE items ALTER COLUMN customer_id TYPE integer;
ALTER TABLE customers DROP COLUMN id CASCADE;

-- given
CREATE TABLE customers (id bigint PRIMARY KEY);
INSERT INTO customers SELECT n FROM generate_series(1, 200) n;
CREATE TABLE orders (
  id bigint PRIMARY KEY CONSTRAINT positive CHECK (id > 0),
  customer_id bigint CONSTRAINT declared REFERENCES customers NOT ENFORCED,
  payer_id bigint CONSTRAINT enforced REFERENCES customers);
INSERT INTO orders SELECT n, n, n FROM generate_series(1, 200) n;
CREATE DOMAIN quantity AS integer NOT NULL;
CREATE TABLE stock (id bigint, held quantity);
INSERT INTO stock VALUES (1, 1);

-- rows 18-18
ALTER TABLE orders ALTER CONSTRAINT declared ENFORCED;
ALTER TABLE orders ALTER CONSTRAINT declared NOT ENFORCED;
ALTER TABLE orders ALTER CONSTRAINT enforced ENFORCED;
ALTER TABLE orders ALTER CONSTRAINT enforced NOT ENFORCED;
ALTER TABLE orders DROP CONSTRAINT declared;
ALTER DOMAIN quantity SET NOT NULL;
