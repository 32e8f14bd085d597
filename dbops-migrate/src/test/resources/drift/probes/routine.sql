-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TABLE t (a integer);
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$ SELECT b $$;
CREATE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;
CREATE FUNCTION "Ünï çode "" quote"("select" integer, OUT "from" text) LANGUAGE sql AS $$ SELECT 'a' $$;
CREATE FUNCTION used(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE VIEW user_of AS SELECT used(a) AS b FROM t;
CREATE FUNCTION no_argument() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE p(a integer) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0');
CREATE AGGREGATE everything(*) (sfunc = int8inc, stype = bigint, initcond = '0');
CREATE FUNCTION final(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;

-- probe the body of a function
-- differs changed function public.f(integer, text): body
CREATE OR REPLACE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$ SELECT b || a $$;

-- probe a standard body
-- since 14
-- differs changed function public.no_argument(): body, standard body
CREATE OR REPLACE FUNCTION no_argument() RETURNS integer LANGUAGE sql RETURN 1 + 1;

-- probe the default of an argument
-- differs changed function public.f(integer, text): argument defaults
CREATE OR REPLACE FUNCTION f(a integer, b text DEFAULT 'y') RETURNS text LANGUAGE sql AS $$ SELECT b $$;

-- probe an argument without its default
-- differs changed function public.f(integer, text): argument defaults
DROP FUNCTION f;
CREATE FUNCTION f(a integer, b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;

-- probe one more default
-- differs changed function public.f(integer, text): argument defaults
CREATE OR REPLACE FUNCTION f(a integer DEFAULT 3, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$ SELECT b $$;

-- probe the name of an argument
-- differs changed function public.f(integer, text): arguments
DROP FUNCTION f;
CREATE FUNCTION f(c integer, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$ SELECT b $$;

-- probe the name of an argument of a function that a view uses
-- differs changed function public.used(integer): arguments
DROP VIEW user_of;
DROP FUNCTION used;
CREATE FUNCTION used("a b" integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE VIEW user_of AS SELECT used(a) AS b FROM t;

-- probe another argument
-- differs missing function public.f(integer, text)
-- differs unexpected function public.f(bigint, text)
DROP FUNCTION f;
CREATE FUNCTION f(a bigint, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS $$ SELECT b $$;

-- probe what a function returns
-- differs changed function public.f(integer, text): returns
DROP FUNCTION f;
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS varchar LANGUAGE sql AS $$ SELECT b $$;

-- probe a function that returns a table
-- differs changed function public.no_argument(): returns
DROP FUNCTION no_argument;
CREATE FUNCTION no_argument() RETURNS TABLE (x integer) LANGUAGE sql ROWS 1000 AS $$ SELECT 1 $$;

-- probe an argument that is given out
-- differs changed function public."Ünï çode "" quote"(integer): arguments, body, returns
DROP FUNCTION "Ünï çode "" quote";
CREATE FUNCTION "Ünï çode "" quote"("select" integer, OUT "from" text, OUT x text) LANGUAGE sql AS $$ SELECT 'a', 'b' $$;

-- probe another volatility
-- differs changed function public.tuned(integer): volatility
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe no volatility
-- differs changed function public.tuned(integer): volatility
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a function that takes null
-- differs changed function public.tuned(integer): strict
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a function with the rights of its caller
-- differs changed function public.tuned(integer): security definer
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a function that may leak
-- differs changed function public.tuned(integer): leakproof
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a function that is restricted in parallel plans
-- differs changed function public.tuned(integer): parallel
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL RESTRICTED COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a function that is not for parallel plans
-- differs changed function public.tuned(integer): parallel
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe another cost
-- differs changed function public.tuned(integer): cost
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 6.5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe no cost
-- differs changed function public.tuned(integer): cost
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE ROWS 10
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe other rows
-- differs changed function public.tuned(integer): rows
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 20
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe no rows
-- differs changed function public.tuned(integer): rows
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 
  SET search_path TO '' SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe another setting
-- differs changed function public.tuned(integer): set work_mem
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '2MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a list as a setting
-- differs changed function public.tuned(integer): set search_path
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO pg_catalog, "Ünï çode", public SET work_mem TO '1MB'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a setting less
-- differs changed function public.tuned(integer): set work_mem
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' 
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe a setting more
-- differs changed function public.tuned(integer): set my.var
CREATE OR REPLACE FUNCTION tuned(a integer) RETURNS SETOF integer LANGUAGE plpgsql
  STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 ROWS 10
  SET search_path TO '' SET work_mem TO '1MB' SET "my.var" TO 'it''s'
  AS $$ BEGIN RETURN NEXT a; END $$;

-- probe another language
-- differs changed function public.f(integer, text): body, language
CREATE OR REPLACE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN b; END $$;

-- probe a function of variadic arguments
-- differs unexpected function public.many(text, integer[])
CREATE FUNCTION many(INOUT x text, VARIADIC y integer[] DEFAULT '{}') LANGUAGE sql AS $$ SELECT 'a' $$;

-- probe a polymorphic function
-- differs unexpected function public.same(anyelement, anyarray)
CREATE FUNCTION same(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS $$ SELECT $1 $$;

-- probe a window function
-- differs unexpected function public.nth()
CREATE FUNCTION nth() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';

-- probe a function that plans help
-- differs unexpected function public.series(integer, integer)
CREATE FUNCTION series(integer, integer) RETURNS SETOF integer LANGUAGE internal
  SUPPORT generate_series_int4_support AS 'generate_series_int4';

-- probe a function of the rows of a table
-- differs unexpected function public.of_row(public.t)
CREATE FUNCTION of_row(t) RETURNS SETOF t LANGUAGE sql AS $$ SELECT $1 $$;

-- probe a function less
-- differs missing function public."Ünï çode "" quote"(integer)
DROP FUNCTION "Ünï çode "" quote";

-- probe a function of another name
-- differs missing function public.no_argument()
-- differs unexpected function public."none"()
ALTER FUNCTION no_argument RENAME TO none;

-- probe the owner of a function
-- differs changed owner function.public.no_argument(): role
ALTER FUNCTION no_argument OWNER TO dbops_probe_a;

-- probe a right to a function
-- differs unexpected grant function.public.no_argument().dbops_probe_a
GRANT EXECUTE ON FUNCTION no_argument TO dbops_probe_a;

-- probe a function that not everyone may call
-- differs unexpected grant function.public.no_argument().public
REVOKE EXECUTE ON FUNCTION no_argument FROM PUBLIC;

-- probe the comment of a function
-- differs unexpected comment function.public."Ünï çode "" quote"(integer)
COMMENT ON FUNCTION "Ünï çode "" quote" IS 'x';

-- probe the body of a procedure
-- differs changed procedure public.p(integer): body
CREATE OR REPLACE PROCEDURE p(a integer) LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;

-- probe a procedure with the rights of its owner
-- differs changed procedure public.p(integer): security definer
CREATE OR REPLACE PROCEDURE p(a integer) LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN NULL; END $$;

-- probe a procedure more
-- differs unexpected procedure public.q(integer, text)
CREATE PROCEDURE q(INOUT a integer, b text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;

-- probe a procedure that gives something out
-- since 14
-- differs unexpected procedure public.q(integer)
CREATE PROCEDURE q(a integer, OUT b text) LANGUAGE plpgsql AS $$ BEGIN b := a; END $$;

-- probe a procedure less
-- differs missing procedure public.p(integer)
DROP PROCEDURE p;

-- probe the owner of a procedure
-- differs changed owner procedure.public.p(integer): role
ALTER PROCEDURE p OWNER TO dbops_probe_a;

-- probe a right to a procedure
-- differs unexpected grant procedure.public.p(integer).dbops_probe_a
GRANT EXECUTE ON PROCEDURE p TO dbops_probe_a;

-- probe the comment of a procedure
-- differs unexpected comment procedure.public.p(integer)
COMMENT ON PROCEDURE p IS 'x';

-- probe the first state of an aggregate
-- differs changed aggregate public.total(integer): initcond
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '1');

-- probe an aggregate without a first state
-- differs changed aggregate public.total(integer): initcond
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer);

-- probe the function of an aggregate
-- differs changed aggregate public.total(integer): sfunc
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4larger, stype = integer, initcond = '0');

-- probe the size of a state
-- differs changed aggregate public.total(integer): sspace
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', sspace = 64);

-- probe the function that combines states
-- differs changed aggregate public.total(integer): combinefunc
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', combinefunc = int4pl);

-- probe an aggregate for parallel plans
-- differs changed aggregate public.total(integer): parallel
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', parallel = safe);

-- probe how an aggregate moves
-- differs changed aggregate public.total(integer): minvfunc, msfunc, mstype
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', msfunc = int4pl, minvfunc = int4mi, mstype = integer);

-- probe the state of an aggregate that moves
-- differs changed aggregate public.total(integer): minitcond, minvfunc, msfunc, msspace, mstype
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', msfunc = int4pl, minvfunc = int4mi, mstype = integer, minitcond = '3', msspace = 32);

-- probe the operator that sorts
-- differs changed aggregate public.total(integer): sortop
CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', sortop = <);

-- probe the type of the state
-- differs changed aggregate public.total(integer): initcond, sfunc, stype
DROP AGGREGATE total(integer);
CREATE AGGREGATE total(integer) (sfunc = int84pl, stype = bigint, initcond = '5');

-- probe the last function of an aggregate
-- differs changed aggregate public.everything(): finalfunc, finalfunc_modify
DROP AGGREGATE everything(*);
CREATE AGGREGATE everything(*) (sfunc = int8inc, stype = bigint, initcond = '0', finalfunc = final, finalfunc_modify = shareable);

-- probe the last function of an aggregate that moves
-- differs unexpected aggregate public.moving(bigint)
CREATE AGGREGATE moving(bigint) (sfunc = int8pl, stype = bigint, finalfunc = final, msfunc = int8pl, minvfunc = int8mi, mstype = bigint, mfinalfunc = final, mfinalfunc_modify = read_write);

-- probe states that travel
-- differs unexpected aggregate public.average(bigint)
CREATE AGGREGATE average(bigint) (sfunc = int8_avg_accum, stype = internal, finalfunc = numeric_poly_avg, combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize);

-- probe an aggregate of an ordered set
-- differs unexpected aggregate public.percentile(double precision, double precision)
CREATE AGGREGATE percentile(double precision ORDER BY double precision) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_cont_float8_final, finalfunc_modify = read_only);

-- probe a hypothetical aggregate
-- differs unexpected aggregate public.my_rank("any")
CREATE AGGREGATE my_rank(VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);

-- probe an aggregate less
-- differs missing aggregate public.everything()
DROP AGGREGATE everything(*);

-- probe the owner of an aggregate
-- differs changed owner aggregate.public.everything(): role
ALTER AGGREGATE everything(*) OWNER TO dbops_probe_a;

-- probe a right to an aggregate
-- differs unexpected grant aggregate.public.everything().dbops_probe_a
GRANT EXECUTE ON FUNCTION everything TO dbops_probe_a;

-- probe the comment of an aggregate
-- differs unexpected comment aggregate.public.everything()
COMMENT ON AGGREGATE everything(*) IS 'x';
