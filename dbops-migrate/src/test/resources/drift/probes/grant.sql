-- given
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a') THEN CREATE ROLE dbops_probe_a; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_b') THEN CREATE ROLE dbops_probe_b; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe "ö" by = /x') THEN
    CREATE ROLE "dbops_probe ""ö"" by = /x";
  END IF;
END $$;
CREATE SCHEMA s;
GRANT USAGE, CREATE ON SCHEMA s TO dbops_probe_a;
CREATE TABLE t (a integer, b text, "Ünï çode "" quote" date);
CREATE TABLE granted (a integer, b text);
GRANT SELECT, INSERT ON granted TO dbops_probe_a;
GRANT UPDATE ON granted TO dbops_probe_b WITH GRANT OPTION;
GRANT SELECT (a), UPDATE (a) ON granted TO dbops_probe_a;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE SEQUENCE q;
CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION closed() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
REVOKE EXECUTE ON FUNCTION closed() FROM PUBLIC;
CREATE PROCEDURE p() LANGUAGE sql AS '';
CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer);
CREATE TYPE mood AS ENUM ('ok');
CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN label AS text;
CREATE TRUSTED LANGUAGE pl HANDLER plpgsql_call_handler;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (a integer) SERVER far;

-- probe a right to a table
-- differs unexpected grant table.public.t.dbops_probe_a
GRANT SELECT ON t TO dbops_probe_a;

-- probe all rights to a table
-- differs unexpected grant table.public.t.dbops_probe_a
GRANT ALL ON t TO dbops_probe_a;

-- probe a right more
-- differs changed grant table.public.granted.dbops_probe_a: DELETE
GRANT DELETE ON granted TO dbops_probe_a;

-- probe a right less
-- differs changed grant table.public.granted.dbops_probe_a: INSERT
REVOKE INSERT ON granted FROM dbops_probe_a;

-- probe no right at all
-- differs missing grant table.public.granted.dbops_probe_b
REVOKE ALL ON granted FROM dbops_probe_b;

-- probe a right that may be granted further
-- differs changed grant table.public.granted.dbops_probe_a: SELECT
GRANT SELECT ON granted TO dbops_probe_a WITH GRANT OPTION;

-- probe a right that may not be granted further
-- differs changed grant table.public.granted.dbops_probe_b: UPDATE
REVOKE GRANT OPTION FOR UPDATE ON granted FROM dbops_probe_b;

-- probe a right that was granted further
-- differs unexpected grant table.public.granted.dbops_probe "ö" by = /x
SET ROLE dbops_probe_b;
GRANT UPDATE ON granted TO "dbops_probe ""ö"" by = /x" WITH GRANT OPTION;
RESET ROLE;

-- probe a right that was granted further and further
-- differs unexpected grant table.public.t.dbops_probe "ö" by = /x
-- differs unexpected grant table.public.t.dbops_probe_a
-- differs unexpected grant table.public.t.dbops_probe_b
GRANT UPDATE ON t TO dbops_probe_b WITH GRANT OPTION;
SET ROLE dbops_probe_b;
GRANT UPDATE ON t TO "dbops_probe ""ö"" by = /x" WITH GRANT OPTION;
SET ROLE "dbops_probe ""ö"" by = /x";
GRANT UPDATE ON t TO dbops_probe_a;
RESET ROLE;

-- probe a right of everybody
-- differs unexpected grant table.public.t.public
GRANT SELECT ON t TO PUBLIC;

-- probe a right of an odd role
-- differs unexpected grant table.public.t.dbops_probe "ö" by = /x
GRANT TRUNCATE, REFERENCES, TRIGGER ON t TO "dbops_probe ""ö"" by = /x" WITH GRANT OPTION;

-- probe a right of the owner less
-- differs unexpected grant table.public.t.postgres
REVOKE DELETE ON t FROM postgres;

-- probe no right of the owner at all
-- differs unexpected grant table.public.t.postgres
REVOKE ALL ON t FROM postgres;

-- probe the right to maintain a table
-- since 17
-- differs changed grant table.public.granted.dbops_probe_a: MAINTAIN
GRANT MAINTAIN ON granted TO dbops_probe_a;

-- probe a right to a column
-- differs unexpected grant column.public.t.b.dbops_probe_a
GRANT SELECT (b) ON t TO dbops_probe_a;

-- probe rights to an odd column
-- differs unexpected grant column.public.t.Ünï çode " quote.dbops_probe "ö" by = /x
GRANT INSERT ("Ünï çode "" quote"), REFERENCES ("Ünï çode "" quote") ON t TO "dbops_probe ""ö"" by = /x" WITH GRANT OPTION;

-- probe a right to a column less
-- differs changed grant column.public.granted.a.dbops_probe_a: UPDATE
REVOKE UPDATE (a) ON granted FROM dbops_probe_a;

-- probe no right to a column at all
-- differs missing grant column.public.granted.a.dbops_probe_a
REVOKE SELECT (a), UPDATE (a) ON granted FROM dbops_probe_a;
GRANT SELECT ON granted TO dbops_probe_a;

-- probe a right to a column of everybody
-- differs unexpected grant column.public.t.a.public
GRANT SELECT (a) ON t TO PUBLIC;

-- probe a right to a column of a view
-- differs unexpected grant view column.public.v.a.dbops_probe_a
GRANT SELECT (a) ON v TO dbops_probe_a;

-- probe a view with a right to its column
-- differs unexpected view public.w
CREATE VIEW w AS SELECT 1 AS one;
GRANT SELECT (one) ON w TO dbops_probe_a;

-- probe a table with rights to it and to its columns
-- differs unexpected table public.extra
CREATE TABLE extra (a integer, b text);
GRANT SELECT ON extra TO dbops_probe_a;
GRANT UPDATE (b) ON extra TO dbops_probe_b;

-- probe a right to a column of a foreign table
-- differs unexpected grant column.public.ft.a.dbops_probe_a
GRANT SELECT (a) ON ft TO dbops_probe_a;

-- probe a right to a foreign table
-- differs unexpected grant foreign table.public.ft.dbops_probe_a
GRANT SELECT ON ft TO dbops_probe_a;

-- probe a right to a view
-- differs unexpected grant view.public.v.dbops_probe_a
GRANT SELECT, UPDATE ON v TO dbops_probe_a WITH GRANT OPTION;

-- probe a right to a function
-- differs unexpected grant function.public.f(integer).dbops_probe_a
GRANT EXECUTE ON FUNCTION f TO dbops_probe_a;

-- probe a function that not everybody may call
-- differs unexpected grant function.public.f(integer).public
REVOKE EXECUTE ON FUNCTION f FROM PUBLIC;

-- probe a function that everybody may call again
-- differs missing grant function.public.closed().public
GRANT EXECUTE ON FUNCTION closed TO PUBLIC;

-- probe a function made again with its rights
-- differs changed function public.closed(): returns
DROP FUNCTION closed;
CREATE FUNCTION closed() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
REVOKE EXECUTE ON FUNCTION closed FROM PUBLIC;

-- probe a function that its owner may not call
-- differs unexpected grant function.public.f(integer).postgres
REVOKE EXECUTE ON FUNCTION f FROM postgres;

-- probe a procedure that not everybody may call
-- differs unexpected grant procedure.public.p().public
REVOKE EXECUTE ON PROCEDURE p FROM PUBLIC;

-- probe an aggregate that not everybody may call
-- differs unexpected grant aggregate.public.total(integer).public
REVOKE EXECUTE ON FUNCTION total FROM PUBLIC;

-- probe an enum that not everybody may use
-- differs unexpected grant enum.public.mood.public
REVOKE USAGE ON TYPE mood FROM PUBLIC;

-- probe a composite type that not everybody may use
-- differs unexpected grant composite type.public.pair.public
REVOKE USAGE ON TYPE pair FROM PUBLIC;

-- probe a range type that not everybody may use
-- differs unexpected grant range type.public.span.public
REVOKE USAGE ON TYPE span FROM PUBLIC;

-- probe a domain that not everybody may use
-- differs unexpected grant domain.public.label.public
REVOKE USAGE ON DOMAIN label FROM PUBLIC;

-- probe a right to a range type
-- differs unexpected grant range type.public.span.dbops_probe_a
GRANT USAGE ON TYPE span TO dbops_probe_a WITH GRANT OPTION;

-- probe a language that not everybody may use
-- differs unexpected grant language.pl.public
REVOKE USAGE ON LANGUAGE pl FROM PUBLIC;

-- probe a right to a schema
-- differs unexpected grant schema.s.public
GRANT USAGE ON SCHEMA s TO PUBLIC;

-- probe a right to a schema less
-- differs changed grant schema.s.dbops_probe_a: CREATE
REVOKE CREATE ON SCHEMA s FROM dbops_probe_a;

-- probe no right to a schema
-- differs missing grant schema.s.dbops_probe_a
REVOKE ALL ON SCHEMA s FROM dbops_probe_a;

-- probe a right to the schema public
-- differs unexpected grant schema.public.dbops_probe_a
GRANT ALL ON SCHEMA public TO dbops_probe_a;

-- probe that not everybody may use the schema public
-- differs unexpected grant schema.public.public
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- probe that everybody may make things in the schema public
-- since 15
-- differs unexpected grant schema.public.public
GRANT CREATE ON SCHEMA public TO PUBLIC;
