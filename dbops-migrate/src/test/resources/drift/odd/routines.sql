-- Routines, views and what reads what in circles.
CREATE SCHEMA routines;
CREATE TABLE routines.t (a integer, b text, c integer[]);
CREATE FUNCTION routines.every_option(a integer, INOUT b text DEFAULT 'it''s', VARIADIC c integer[] DEFAULT '{1,2}') RETURNS text
  LANGUAGE plpgsql STABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL RESTRICTED COST 7
  SET search_path TO routines, "Ünï çode", '' SET work_mem = '1MB' SET "my.setting" = 'it''s a \ value'
  AS $f$
BEGIN
  b := $$dollars$$ || E'\\' || '$body$';
END
$f$;
CREATE FUNCTION routines.over(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION routines.over(text) RETURNS integer LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION routines.over(integer[], VARIADIC text[]) RETURNS integer LANGUAGE sql AS 'SELECT 3';
CREATE FUNCTION routines.rows() RETURNS TABLE (x integer, "y z" routines.t) ROWS 5 LANGUAGE sql AS 'SELECT 1, NULL::routines.t';
CREATE FUNCTION routines.any_of(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION routines.no_name(integer, OUT integer, OUT x text) LANGUAGE sql AS 'SELECT 1, ''''';
CREATE FUNCTION routines.standard(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + 1; SELECT a + 2; END; -- since 14
CREATE FUNCTION routines.returns_expression(a integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + 1; -- since 14
CREATE FUNCTION routines.window_like(integer) RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
CREATE FUNCTION routines.in_c() RETURNS trigger LANGUAGE internal AS 'suppress_redundant_updates_trigger';
CREATE PROCEDURE routines.go(INOUT a integer, b text DEFAULT NULL) LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
CREATE PROCEDURE routines.go() LANGUAGE sql AS 'DELETE FROM routines.t';
CREATE FUNCTION routines.step(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION routines.done(bigint) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE AGGREGATE routines.sum_as_text(integer) (sfunc = routines.step, stype = bigint, finalfunc = routines.done, initcond = '0', parallel = safe, combinefunc = int8pl);
CREATE AGGREGATE routines.ordered(float8 ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
CREATE AGGREGATE routines.moving(integer) (sfunc = int4pl, stype = integer, msfunc = int4pl, minvfunc = int4mi, mstype = integer, sspace = 8);
CREATE VIEW routines.v AS SELECT a, b, routines.over(a) AS o FROM routines.t WHERE a > ANY (c);
CREATE VIEW routines.nested (x, "y z") WITH (security_barrier) AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n, v.b FROM r LEFT JOIN LATERAL (SELECT * FROM routines.v WHERE v.a = r.n) v ON true;
CREATE VIEW routines.checked AS SELECT * FROM routines.t WHERE a > 0 WITH CASCADED CHECK OPTION;
CREATE VIEW routines.windows AS SELECT a, sum(a) OVER w, GROUPING(a) AS g FROM routines.t GROUP BY GROUPING SETS ((a), ()) WINDOW w AS (ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);
CREATE VIEW routines.whole AS SELECT t, t.* FROM routines.t;
CREATE VIEW routines.with_default AS SELECT 1 AS a, 'x'::text AS b;
ALTER VIEW routines.with_default ALTER a SET DEFAULT 5;
CREATE VIEW routines.values AS VALUES (1, 'a'), (2, 'it''s');
CREATE VIEW routines.invoked WITH (security_invoker) AS SELECT a FROM routines.t; -- since 15
CREATE MATERIALIZED VIEW routines.kept AS SELECT a, count(*) AS n FROM routines.v GROUP BY a WITH NO DATA;
CREATE UNIQUE INDEX kept_a ON routines.kept (a);
CREATE MATERIALIZED VIEW routines.filled WITH (fillfactor = 55) AS SELECT a FROM routines.kept WITH NO DATA;
CREATE VIEW routines.circle AS SELECT 1 AS a;
CREATE FUNCTION routines.circle() RETURNS SETOF routines.circle LANGUAGE sql AS 'SELECT * FROM routines.circle';
CREATE TABLE routines.self (a integer);
CREATE FUNCTION routines.of_self(routines.self) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
ALTER TABLE routines.self ADD CONSTRAINT own CHECK (routines.of_self(self) > 0);
CREATE FUNCTION routines.default_of_self() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT max(a) FROM routines.with_function); END';
CREATE TABLE routines.with_function (a integer DEFAULT routines.default_of_self());
CREATE FUNCTION routines.fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER first BEFORE INSERT OR UPDATE OF a, b ON routines.t FOR EACH ROW WHEN (NEW.a IS DISTINCT FROM 3) EXECUTE FUNCTION routines.fire('it''s', '\x');
CREATE TRIGGER second AFTER UPDATE ON routines.t REFERENCING OLD TABLE AS was NEW TABLE AS "is" FOR EACH STATEMENT EXECUTE FUNCTION routines.fire();
CREATE TRIGGER truncated BEFORE TRUNCATE ON routines.t EXECUTE FUNCTION routines.fire();
CREATE CONSTRAINT TRIGGER late AFTER DELETE ON routines.t FROM routines.self DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION routines.fire();
CREATE TRIGGER instead INSTEAD OF INSERT ON routines.whole FOR EACH ROW EXECUTE FUNCTION routines.fire();
ALTER TABLE routines.t DISABLE TRIGGER second;
ALTER TABLE routines.t ENABLE ALWAYS TRIGGER truncated;
ALTER TABLE routines.t ENABLE REPLICA TRIGGER first;
CREATE RULE passed_on AS ON INSERT TO routines.windows DO INSTEAD (INSERT INTO routines.t VALUES (NEW.a); NOTIFY "Ünï";);
CREATE RULE nothing AS ON DELETE TO routines.t WHERE OLD.a = 5 DO INSTEAD NOTHING;
ALTER TABLE routines.t DISABLE RULE nothing;
CREATE FUNCTION routines.event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER "on ""drop""" ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION routines.event();
CREATE EVENT TRIGGER off ON ddl_command_end EXECUTE FUNCTION routines.event();
ALTER EVENT TRIGGER off DISABLE;
-- Routines depend on transforms of their types only if they are made later.
CREATE TRANSFORM FOR txid_snapshot LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE FUNCTION routines."call" () RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE "pl ""x""" HANDLER routines."call";
CREATE ACCESS METHOD "pile ""x""" TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE routines.piled (a integer) USING "pile ""x""";
