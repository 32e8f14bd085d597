-- Types under the names that format_type prints.
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE types (
  a int4, b int8, c smallint, d bool, e varchar, f char(3), g bpchar, h decimal(5), i float, j float(10),
  k real, l timestamp, m timestamp (3) with time zone, n timetz, o bit varying(5), p text[], q int ARRAY[3],
  r positive, s mood[], u jsonb, v interval, w serial, x smallserial NOT NULL,
  y national character varying (4), z pg_catalog.int4
);
CREATE UNLOGGED TABLE unlogged (id int PRIMARY KEY);
CREATE TEMP TABLE temporary (id int PRIMARY KEY);
