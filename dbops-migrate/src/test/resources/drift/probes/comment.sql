-- given
CREATE SCHEMA s;
COMMENT ON SCHEMA s IS 'first';
CREATE TABLE t (a integer PRIMARY KEY, b text, "Ünï çode "" quote" date,
  CONSTRAINT ck CHECK (a > 0), CONSTRAINT nn CHECK (b IS NOT NULL), CONSTRAINT u UNIQUE (b), EXCLUDE USING btree (b WITH =));
COMMENT ON TABLE t IS 'first';
COMMENT ON COLUMN t.a IS 'first';
CREATE TABLE refers (a integer REFERENCES t);
CREATE TABLE "Ünï çode "" quote" ("select" integer);
CREATE INDEX i ON t (b);
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON VIEW v IS 'first';
COMMENT ON COLUMN v.b IS 'first';
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (a integer, CONSTRAINT ck CHECK (a > 0)) SERVER far;
CREATE FUNCTION f(integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
COMMENT ON FUNCTION f IS 'first';
CREATE TYPE pair AS (a integer, b integer);
CREATE EXTENSION pg_trgm;
CREATE RULE ru AS ON INSERT TO v DO INSTEAD NOTHING;

-- probe the comment of a schema
-- differs changed comment schema.public: text
COMMENT ON SCHEMA public IS 'it''s \ "here"';

-- probe the comment of a schema changed
-- differs changed comment schema.s: text
COMMENT ON SCHEMA s IS E'two\nlines';

-- probe the comment of a schema less
-- differs missing comment schema.s
COMMENT ON SCHEMA s IS NULL;

-- probe the comment of a table
-- differs unexpected comment table.public.Ünï çode " quote
COMMENT ON TABLE "Ünï çode "" quote" IS 'x';

-- probe the comment of a table changed
-- differs changed comment table.public.t: text
COMMENT ON TABLE t IS 'second';

-- probe the comment of a table less
-- differs missing comment table.public.t
COMMENT ON TABLE t IS NULL;

-- probe the comment of a column
-- differs unexpected comment column.public.t.Ünï çode " quote
COMMENT ON COLUMN t."Ünï çode "" quote" IS 'x';

-- probe the comment of a column changed
-- differs changed comment column.public.t.a: text
COMMENT ON COLUMN t.a IS 'second';

-- probe the comment of a column less
-- differs missing comment column.public.t.a
COMMENT ON COLUMN t.a IS NULL;

-- probe the comment of a view
-- differs changed comment view.public.v: text
COMMENT ON VIEW v IS 'second';

-- probe the comment of a view less
-- differs missing comment view.public.v
COMMENT ON VIEW v IS NULL;

-- probe the comment of a column of a view
-- differs unexpected comment view column.public.v.a
COMMENT ON COLUMN v.a IS 'x';

-- probe the comment of a column of a view less
-- differs missing comment view column.public.v.b
COMMENT ON COLUMN v.b IS NULL;

-- probe a view less with all that is said of it
-- differs missing view public.v
DROP VIEW v;

-- probe a view made again with all that is said of it
-- differs changed view public.v: definition
DROP VIEW v;
CREATE VIEW v AS SELECT 1 AS a, b FROM t;
COMMENT ON VIEW v IS 'first';
COMMENT ON COLUMN v.b IS 'first';
CREATE RULE ru AS ON INSERT TO v DO INSTEAD NOTHING;

-- probe the comment of a foreign table
-- differs unexpected comment foreign table.public.ft
COMMENT ON FOREIGN TABLE ft IS 'x';

-- probe the comment of a column of a foreign table
-- differs unexpected comment column.public.ft.a
COMMENT ON COLUMN ft.a IS 'x';

-- probe the comment of an attribute
-- differs unexpected comment attribute.public.pair.a
COMMENT ON COLUMN pair.a IS 'x';

-- probe the comment of a primary key
-- differs unexpected comment constraint.public.t.t_pkey
COMMENT ON CONSTRAINT t_pkey ON t IS 'x';

-- probe the comment of the index of a primary key
-- differs unexpected comment index.public.t.t_pkey
COMMENT ON INDEX t_pkey IS 'x';

-- probe the comment of a check
-- differs unexpected comment constraint.public.t.ck
COMMENT ON CONSTRAINT ck ON t IS 'x';

-- probe the comment of a check of a foreign table
-- differs unexpected comment constraint.public.ft.ck
COMMENT ON CONSTRAINT ck ON ft IS 'x';

-- probe the comment of a unique constraint
-- differs unexpected comment constraint.public.t.u
COMMENT ON CONSTRAINT u ON t IS 'x';

-- probe the comment of an exclusion
-- differs unexpected comment constraint.public.t.t_b_excl
COMMENT ON CONSTRAINT t_b_excl ON t IS 'x';

-- probe the comment of a foreign key
-- differs unexpected comment constraint.public.refers.refers_a_fkey
COMMENT ON CONSTRAINT refers_a_fkey ON refers IS 'x';

-- probe the comment of a not null constraint
-- since 18
-- differs unexpected comment not null constraint.public.t.t_a_not_null
COMMENT ON CONSTRAINT t_a_not_null ON t IS 'x';

-- probe the comment of an index
-- differs unexpected comment index.public.t.i
COMMENT ON INDEX i IS 'x';

-- probe the comment of a function changed
-- differs changed comment function.public.f(integer): text
COMMENT ON FUNCTION f IS 'second';

-- probe the comment of a function less
-- differs missing comment function.public.f(integer)
COMMENT ON FUNCTION f IS NULL;

-- probe the comment of a routine
-- differs changed comment function.public.f(integer): text
COMMENT ON ROUTINE f IS 'second';

-- probe a function made again with its comment
-- differs changed function public.f(integer): returns
DROP FUNCTION f;
CREATE FUNCTION f(integer) RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
COMMENT ON FUNCTION f IS 'first';

-- probe the comment of an extension
-- differs changed comment extension.pg_trgm: text
COMMENT ON EXTENSION pg_trgm IS 'x';

-- probe the comment of an extension less
-- differs missing comment extension.pg_trgm
COMMENT ON EXTENSION pg_trgm IS NULL;

-- probe the comment of a rule of a view
-- differs unexpected comment rule.public.v.ru
COMMENT ON RULE ru ON v IS 'x';

-- probe an empty comment
-- differs missing comment table.public.t
COMMENT ON TABLE t IS '';
