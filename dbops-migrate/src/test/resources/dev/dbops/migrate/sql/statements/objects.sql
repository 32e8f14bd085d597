-- Indexes, views, types, sequences and other objects.

CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "Idx" ON ONLY sales.orders USING btree
  (lower(name) text_pattern_ops DESC, code COLLATE "C", (a + b), "Größe")
  INCLUDE (total, x) NULLS NOT DISTINCT WITH (fillfactor = 70) WHERE deleted_at IS NULL;
--> CreateIndex name=Idx«"Idx"» table=sales.orders only unique concurrently ifNotExists method=btree columns=[«lower(name)», code, «(a + b)», Größe«"Größe"»] include=[total, x] predicate=«deleted_at IS NULL» nullsNotDistinct

CREATE INDEX ON orders (a);
--> CreateIndex table=orders columns=[a]

ALTER INDEX IF EXISTS sales.i RENAME TO j;
--> AlterIndex index=sales.i ifExists kind=RENAME target=j

ALTER INDEX i ATTACH PARTITION sales.i_1;
--> AlterIndex index=i kind=ATTACH_PARTITION target=sales.i_1

ALTER INDEX i SET TABLESPACE fast;
--> AlterIndex index=i kind=SET_TABLESPACE target=fast

ALTER INDEX i SET (fillfactor = 70);
--> AlterIndex index=i kind=OTHER

ALTER INDEX ALL IN TABLESPACE slow SET TABLESPACE fast;
--> Unparsed reason=only the server knows what is in the tablespace at=«ALTER INDEX ALL IN TABLESPACE slow SET TABLESPACE fast»

DROP INDEX CONCURRENTLY IF EXISTS sales.i;
--> Drop kind=INDEX names=[sales.i] ifExists concurrently

REINDEX (VERBOSE, CONCURRENTLY) TABLE sales.orders;
--> Reindex kind=TABLE concurrently target=sales.orders

REINDEX SYSTEM CONCURRENTLY d;
--> Reindex kind=DATABASE systemCatalogs concurrently target=d

CLUSTER orders USING orders_pkey;
--> Cluster table=orders index=orders_pkey

CLUSTER;
--> Cluster

VACUUM (FULL, PROCESS_TOAST false, ANALYZE) orders, sales.lines (a);
--> Vacuum full analyze tables=[orders, sales.lines]

ANALYZE VERBOSE sales.orders (a, b);
--> Analyze tables=[sales.orders]

REFRESH MATERIALIZED VIEW CONCURRENTLY sales.totals WITH NO DATA;
--> RefreshMaterializedView view=sales.totals concurrently

CREATE OR REPLACE VIEW sales.v (a) AS SELECT a FROM t WITH CHECK OPTION;
--> CreateView name=sales.v orReplace withData query=«SELECT a FROM t» tables=[t]

CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 WITH NO DATA;
--> CreateView name=mv materialized ifNotExists query=«SELECT 1»

CREATE TYPE sales.mood AS ENUM ('sad', 'it''s ok', E'happy');
--> CreateType name=sales.mood isEnum labels=[sad, it's ok, happy]

CREATE TYPE pair AS (a int, b text);
--> CreateType name=pair

ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great' AFTER 'happy';
--> AlterType type=mood kind=ADD_VALUE value=great

ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
--> AlterType type=mood kind=RENAME_VALUE value=sad

ALTER TYPE mood RENAME TO feeling;
--> AlterType type=mood kind=RENAME value=feeling

ALTER TYPE mood SET SCHEMA sales;
--> AlterType type=mood kind=SET_SCHEMA value=sales

ALTER TYPE pair ADD ATTRIBUTE c int CASCADE;
--> AlterType type=pair kind=ADD_ATTRIBUTE value=c

ALTER TYPE pair DROP ATTRIBUTE c;
--> AlterType type=pair kind=DROP_ATTRIBUTE value=c

ALTER TYPE pair ALTER ATTRIBUTE c TYPE text;
--> AlterType type=pair kind=ALTER_ATTRIBUTE value=c

ALTER TYPE pair RENAME ATTRIBUTE a TO b;
--> AlterType type=pair kind=RENAME_ATTRIBUTE value=a

CREATE DOMAIN sales.mail AS varchar(100) NOT NULL DEFAULT 'x' CONSTRAINT at CHECK (VALUE ~ '@');
--> CreateDomain name=sales.mail type=character varying(100)«varchar(100)»
-->   Constraint definition=NotNull «NOT NULL»
-->   Constraint name=at definition=Check condition=«VALUE ~ '@'» «CONSTRAINT at CHECK (VALUE ~ '@')»
-->   Constraint definition=Default value=«'x'» «DEFAULT 'x'»

ALTER DOMAIN mail ADD CONSTRAINT short CHECK (length(VALUE) < 9) NOT VALID;
--> AlterDomain domain=mail
-->   AddConstraint «ADD CONSTRAINT short CHECK (length(VALUE) < 9) NOT VALID»
-->     Constraint name=short definition=Check condition=«length(VALUE) < 9» notValid «CONSTRAINT short CHECK (length(VALUE) < 9)»

ALTER DOMAIN mail VALIDATE CONSTRAINT short;
--> AlterDomain domain=mail
-->   ValidateConstraint constraint=short «VALIDATE CONSTRAINT short»

ALTER DOMAIN mail DROP CONSTRAINT IF EXISTS short;
--> AlterDomain domain=mail
-->   DropConstraint constraint=short ifExists «DROP CONSTRAINT IF EXISTS short»

ALTER DOMAIN mail SET NOT NULL;
--> AlterDomain domain=mail
-->   SetNotNull «SET NOT NULL»

ALTER DOMAIN mail DROP NOT NULL;
--> AlterDomain domain=mail
-->   DropNotNull «DROP NOT NULL»

ALTER DOMAIN mail SET DEFAULT 'y';
--> AlterDomain domain=mail
-->   SetDefault value=«'y'» «SET DEFAULT 'y'»

ALTER DOMAIN mail DROP DEFAULT;
--> AlterDomain domain=mail
-->   DropDefault «DROP DEFAULT»

ALTER DOMAIN mail RENAME TO email;
--> AlterDomain domain=mail
-->   Rename to=email «RENAME TO email»

ALTER DOMAIN mail SET SCHEMA sales;
--> AlterDomain domain=mail
-->   SetSchema schema=sales «SET SCHEMA sales»

ALTER DOMAIN mail RENAME CONSTRAINT a TO b;
--> AlterDomain domain=mail
-->   OtherAction text=RENAME CONSTRAINT a TO b «RENAME CONSTRAINT a TO b»

CREATE SCHEMA IF NOT EXISTS sales AUTHORIZATION boss;
--> CreateSchema name=sales ifNotExists

CREATE TEMP SEQUENCE IF NOT EXISTS sales.numbers AS int;
--> CreateSequence name=sales.numbers persistence=TEMPORARY ifNotExists

CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OF a ON sales.orders FOR EACH ROW EXECUTE FUNCTION f();
--> CreateTrigger name=audit table=sales.orders orReplace

CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t FROM u INITIALLY DEFERRED DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
--> CreateTrigger name=c table=t constraint referenced=u

CREATE PUBLICATION p FOR TABLE t, ONLY s.u (a), TABLES IN SCHEMA sales, archive;
--> CreatePublication name=p tables=[t, s.u] schemas=[sales, archive]

CREATE PUBLICATION p FOR ALL TABLES;
--> CreatePublication name=p allTables

ALTER VIEW sales.v RENAME COLUMN a TO b;
--> AlterObject kind=VIEW object=sales.v change=RENAME_COLUMN

ALTER VIEW v RENAME TO w;
--> AlterObject kind=VIEW object=v change=RENAME target=w

ALTER MATERIALIZED VIEW mv SET TABLESPACE fast;
--> AlterObject kind=MATERIALIZED_VIEW object=mv change=OTHER

ALTER SEQUENCE numbers SET SCHEMA sales;
--> AlterObject kind=SEQUENCE object=numbers change=SET_SCHEMA target=sales

ALTER SCHEMA sales RENAME TO "Sales";
--> AlterObject kind=SCHEMA object=sales change=RENAME target=Sales«"Sales"»

ALTER FUNCTION sales.f(int) RENAME TO g;
--> AlterObject kind=FUNCTION object=sales.f change=RENAME target=g

ALTER ROUTINE f SET SCHEMA sales;
--> AlterObject kind=ROUTINE object=f change=SET_SCHEMA target=sales

DROP FUNCTION IF EXISTS f(int), sales.g CASCADE;
--> Drop kind=FUNCTION names=[f, sales.g] ifExists cascade

DROP ROUTINE f;
--> Drop kind=ROUTINE names=[f]

DROP PROCEDURE p(int);
--> Drop kind=PROCEDURE names=[p]

DROP AGGREGATE a(*);
--> Drop kind=AGGREGATE names=[a]

DROP MATERIALIZED VIEW mv;
--> Drop kind=MATERIALIZED_VIEW names=[mv]

DROP TRIGGER IF EXISTS audit ON sales.orders CASCADE;
--> DropFromTable kind=TRIGGER name=audit table=sales.orders ifExists cascade

DROP RULE r ON t;
--> DropFromTable kind=RULE name=r table=t

DROP POLICY p ON t;
--> DropFromTable kind=POLICY name=p table=t

CREATE OR REPLACE RULE r AS ON DELETE TO "T" WHERE OLD.id < 0 DO INSTEAD (DELETE FROM u; NOTIFY x);
--> DefineOnTable kind=RULE name=r table=T«"T"» created

CREATE POLICY "P" ON sales.orders AS RESTRICTIVE FOR SELECT TO PUBLIC USING (true);
--> DefineOnTable kind=POLICY name=P«"P"» table=sales.orders created

ALTER POLICY p ON t USING (false);
--> DefineOnTable kind=POLICY name=p table=t

ALTER TRIGGER audit ON sales.orders RENAME TO a;
--> DefineOnTable kind=TRIGGER name=audit table=sales.orders

ALTER RULE r ON t RENAME TO s;
--> DefineOnTable kind=RULE name=r table=t

DROP TYPE mood, sales.pair;
--> Drop kind=TYPE names=[mood, sales.pair]

DROP DATABASE IF EXISTS d;
--> Drop kind=DATABASE names=[d] ifExists

DROP OWNED BY boss CASCADE;
--> Drop kind=OWNED cascade

DROP USER boss;
--> Drop kind=ROLE names=[boss]

COMMENT ON TABLE t IS 'x';
--> OtherStatement command=COMMENT ON

GRANT SELECT ON t TO boss;
--> OtherStatement command=GRANT

CREATE EXTENSION IF NOT EXISTS postgis;
--> OtherStatement command=CREATE EXTENSION

SECURITY LABEL ON TABLE t IS 'x';
--> OtherStatement command=SECURITY LABEL

ALTER FUNCTION s.f(a int) STRICT IMMUTABLE;
--> AlterFunction name=s.f parameters=(a int) volatility=IMMUTABLE

CREATE FOREIGN TABLE IF NOT EXISTS s.far (id int NOT NULL) SERVER other OPTIONS (a 'b');
--> CreateForeignTable name=s.far ifNotExists
-->   ColumnDefinition name=id type=integer«int» «id int NOT NULL»
-->     Constraint definition=NotNull «NOT NULL»
