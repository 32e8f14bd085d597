-- Functions, procedures and DO blocks, and the statements in them.

CREATE OR REPLACE FUNCTION sales."F"(a int, OUT b text) RETURNS text LANGUAGE 'plpgsql' STABLE AS $body$
<<outer>>
DECLARE
  n int := (SELECT count(*) FROM orders);
  r record;
BEGIN
  SELECT id, total INTO STRICT n, r.total FROM sales.orders WHERE id = a FOR UPDATE;
  UPDATE orders SET total = n WHERE id = a RETURNING id INTO n;
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('sad');
  END IF;
  FOR r IN SELECT * FROM lines LOOP
    ALTER TABLE orders ADD COLUMN a int, ALTER COLUMN b SET NOT NULL;
  END LOOP;
  EXECUTE format('DROP TABLE %I', 'x') INTO n USING 1;
  FOR r IN EXECUTE 'SELECT 1' LOOP NULL; END LOOP;
  RETURN QUERY EXECUTE 'SELECT 2';
  PERFORM pg_advisory_lock(1);
  TRUNCATE orders;
  LOCK TABLE orders IN SHARE MODE;
  CALL sales.archive(1);
  COMMIT;
  RETURN QUERY TABLE lines;
  RETURN 'x';
EXCEPTION WHEN others THEN
  DROP INDEX i;
END $body$;
--> CreateFunction name=sales.F«sales."F"» parameters=(a int, OUT b text) language=plpgsql volatility=STABLE dynamic=[«EXECUTE format('DROP TABLE %I', 'x') INTO n USING 1», «EXECUTE 'SELECT 1'», «EXECUTE 'SELECT 2'»]
-->   Select tables=[sales.orders] forUpdate «SELECT id, total INTO STRICT n, r.total FROM sales.orders WHERE id = a FOR UPDATE»
-->   Update table=orders columns=[total] where=«id = a» «UPDATE orders SET total = n WHERE id = a RETURNING id INTO n»
-->   CreateType name=mood isEnum labels=[sad] «CREATE TYPE mood AS ENUM ('sad')»
-->   Select tables=[lines] «SELECT * FROM lines»
-->   AlterTable table=orders kind=TABLE «ALTER TABLE orders ADD COLUMN a int, ALTER COLUMN b SET NOT NULL»
-->     AddColumn «ADD COLUMN a int»
-->       ColumnDefinition name=a type=integer«int» «a int»
-->     SetNotNull column=b «ALTER COLUMN b SET NOT NULL»
-->   Select functions=[pg_advisory_lock] «PERFORM pg_advisory_lock(1)»
-->   Truncate tables=[orders] «TRUNCATE orders»
-->   LockTable tables=[orders] mode=SHARE «LOCK TABLE orders IN SHARE MODE»
-->   Call procedure=sales.archive «CALL sales.archive(1)»
-->   TransactionControl kind=COMMIT «COMMIT»
-->   Select tables=[lines] «TABLE lines»
-->   Drop kind=INDEX names=[i] «DROP INDEX i»

CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN UPDATE t SET a = ''it''''s'' WHERE b; RETURN 1; END';
--> CreateFunction name=f parameters=() language=plpgsql volatility=VOLATILE
-->   Update table=t columns=[a] where=«b» «UPDATE t SET a = ''it''''s'' WHERE b»

CREATE FUNCTION f() RETURNS int LANGUAGE sql IMMUTABLE AS $$ DELETE FROM t; SELECT f(1) $$;
--> CreateFunction name=f parameters=() language=sql volatility=IMMUTABLE
-->   Delete table=t «DELETE FROM t»
-->   Select functions=[f] «SELECT f(1)»

CREATE FUNCTION f(a int) RETURNS int RETURN a + 1;
--> CreateFunction name=f parameters=(a int) language=sql volatility=VOLATILE

CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (1); DELETE FROM u; END;
--> CreateFunction name=p procedure parameters=() language=sql volatility=VOLATILE
-->   Insert table=t «INSERT INTO t VALUES (1)»
-->   Delete table=u «DELETE FROM u»

CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib', 'sym';
--> CreateFunction name=f parameters=() language=c volatility=VOLATILE notAnalysed: a body in c is not SQL

CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN whatever; END';
--> CreateFunction name=f parameters=() language=plpgsql volatility=VOLATILE notAnalysed: the body could not be parsed: ";" is not expected here

CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS E'BEGIN\n RETURN 1; END';
--> CreateFunction name=f parameters=() language=plpgsql volatility=VOLATILE notAnalysed: a body in a string with escapes is not looked into

DO $$ BEGIN
  -- nothing before it
  ALTER TABLE "Größe😀" DROP COLUMN a;
  CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN UPDATE t SET a = 1; RETURN 1; END $f$;
END $$;
--> DoBlock language=plpgsql
-->   AlterTable table=Größe😀«"Größe😀"» kind=TABLE «ALTER TABLE "Größe😀" DROP COLUMN a»
-->     DropColumn column=a «DROP COLUMN a»
-->   CreateFunction name=g parameters=() language=plpgsql volatility=VOLATILE «CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN UPDATE t SET a = 1; RETURN 1; END $f$»
-->     Update table=t columns=[a] «UPDATE t SET a = 1»

DO LANGUAGE plpython3u 'pass';
--> DoBlock language=plpython3u notAnalysed: a body in plpython3u is not SQL

DO 'BEGIN NULL; END' LANGUAGE 'plpgsql';
--> DoBlock language=plpgsql
