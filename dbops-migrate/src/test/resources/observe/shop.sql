CREATE TABLE customers (id int PRIMARY KEY);
INSERT INTO customers SELECT generate_series(1, 1000);

CREATE TABLE orders (
  id int PRIMARY KEY,
  customer int,
  code varchar(10),
  placed timestamp
);
INSERT INTO orders SELECT i, i, 'code', '2026-01-01' FROM generate_series(1, 1000) AS i;
CREATE INDEX orders_code ON orders (code);

CREATE MATERIALIZED VIEW order_ids AS SELECT id FROM orders;
CREATE UNIQUE INDEX order_ids_id ON order_ids (id);

CREATE TABLE events (day int) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
CREATE TABLE events_2 (day int);
INSERT INTO events_2 SELECT 2 FROM generate_series(1, 1000);
