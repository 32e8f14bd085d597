-- Tables: CREATE, ALTER, DROP and what else is done to them. Expected outlines follow each statement.

CREATE TABLE IF NOT EXISTS sales."Order Lines" (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "Größe" numeric(10, 2) NOT NULL DEFAULT 0, -- a comment
  größe_😀 varchar(20) COLLATE pg_catalog."C" CONSTRAINT size_known CHECK (größe_😀 <> '') NULL,
  total int GENERATED ALWAYS AS (id * 2) STORED,
  order_id int4 REFERENCES sales.orders (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  tags text[] UNIQUE,
  CONSTRAINT line_unique UNIQUE NULLS NOT DISTINCT (order_id, "Größe"),
  CHECK (total > 0) NO INHERIT,
  FOREIGN KEY (order_id, id) REFERENCES other,
  EXCLUDE USING gist (order_id WITH =),
  LIKE template INCLUDING ALL
) INHERITS (base, sales.more);
--> CreateTable name=sales.Order Lines«sales."Order Lines"» persistence=PERMANENT ifNotExists inherits=[base, sales.more]
-->   ColumnDefinition name=id type=bigint «id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY»
-->     Constraint definition=Identity always «GENERATED ALWAYS AS IDENTITY»
-->     Constraint definition=PrimaryKey «PRIMARY KEY»
-->   ColumnDefinition name=Größe«"Größe"» type=numeric(10,2)«numeric(10, 2)» «"Größe" numeric(10, 2) NOT NULL DEFAULT 0»
-->     Constraint definition=NotNull «NOT NULL»
-->     Constraint definition=Default value=«0» «DEFAULT 0»
-->   ColumnDefinition name=größe_😀 type=character varying(20)«varchar(20)» collation=pg_catalog.C«pg_catalog."C"» «größe_😀 varchar(20) COLLATE pg_catalog."C" CONSTRAINT size_known CHECK (größe_😀 <> '') NULL»
-->     Constraint name=size_known definition=Check condition=«größe_😀 <> ''» «CONSTRAINT size_known CHECK (größe_😀 <> '')»
-->     Constraint definition=Nullable «NULL»
-->   ColumnDefinition name=total type=integer«int» «total int GENERATED ALWAYS AS (id * 2) STORED»
-->     Constraint definition=Generated value=«id * 2» stored «GENERATED ALWAYS AS (id * 2) STORED»
-->   ColumnDefinition name=order_id type=integer«int4» «order_id int4 REFERENCES sales.orders (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED»
-->     Constraint definition=ForeignKey referenced=sales.orders referencedColumns=[id] deferrable «REFERENCES sales.orders (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED»
-->   ColumnDefinition name=tags type=text[] «tags text[] UNIQUE»
-->     Constraint definition=Unique «UNIQUE»
-->   Constraint name=line_unique definition=Unique columns=[order_id, Größe«"Größe"»] nullsNotDistinct «CONSTRAINT line_unique UNIQUE NULLS NOT DISTINCT (order_id, "Größe")»
-->   Constraint definition=Check condition=«total > 0» noInherit «CHECK (total > 0) NO INHERIT»
-->   Constraint definition=ForeignKey columns=[order_id, id] referenced=other «FOREIGN KEY (order_id, id) REFERENCES other»
-->   Constraint definition=Exclude method=gist «EXCLUDE USING gist (order_id WITH =)»
-->   LikeClause table=template including=[CONSTRAINTS, DEFAULTS, GENERATED, IDENTITY, INDEXES] «LIKE template INCLUDING ALL»

CREATE UNLOGGED TABLE t (a serial, b int8[], c timestamp(3) with time zone, d "char", e public."Mood", f dec(5,-2));
--> CreateTable name=t persistence=UNLOGGED
-->   ColumnDefinition name=a type=serial «a serial»
-->   ColumnDefinition name=b type=bigint[]«int8[]» «b int8[]»
-->   ColumnDefinition name=c type=timestamp with time zone(3)«timestamp(3) with time zone» «c timestamp(3) with time zone»
-->   ColumnDefinition name=d type=char«"char"» «d "char"»
-->   ColumnDefinition name=e type=public.Mood«public."Mood"» «e public."Mood"»
-->   ColumnDefinition name=f type=numeric(5,-2)«dec(5,-2)» «f dec(5,-2)»

CREATE TEMP TABLE measurements (taken date, place int) PARTITION BY RANGE (taken, (lower(place)));
--> CreateTable name=measurements persistence=TEMPORARY partitionBy=«RANGE (taken, (lower(place)))»
-->   ColumnDefinition name=taken type=date «taken date»
-->   ColumnDefinition name=place type=integer«int» «place int»

CREATE TABLE m_2024 PARTITION OF measurements (
  place WITH OPTIONS NOT NULL REFERENCES places,
  CONSTRAINT taken_known CHECK (taken IS NOT NULL)
) FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
--> CreateTable name=m_2024 persistence=PERMANENT partitionOf=measurements bound=«FOR VALUES FROM ('2024-01-01') TO (MAXVALUE)»
-->   Constraint definition=NotNull column=place «NOT NULL»
-->   Constraint definition=ForeignKey columns=[place] referenced=places «REFERENCES places»
-->   Constraint name=taken_known definition=Check condition=«taken IS NOT NULL» «CONSTRAINT taken_known CHECK (taken IS NOT NULL)»

CREATE TABLE m_rest PARTITION OF measurements DEFAULT;
--> CreateTable name=m_rest persistence=PERMANENT partitionOf=measurements bound=default «DEFAULT»

CREATE TABLE typed OF mood (a WITH OPTIONS PRIMARY KEY, b UNIQUE);
--> CreateTable name=typed persistence=PERMANENT
-->   Constraint definition=PrimaryKey columns=[a] «PRIMARY KEY»
-->   Constraint definition=Unique columns=[b] «UNIQUE»

CREATE TABLE constrained (
  a int,
  CONSTRAINT a_set NOT NULL a NO INHERIT,
  CONSTRAINT b FOREIGN KEY (a) REFERENCES c NOT DEFERRABLE NOT VALID NOT ENFORCED,
  PRIMARY KEY (a, during WITHOUT OVERLAPS)
);
--> CreateTable name=constrained persistence=PERMANENT
-->   ColumnDefinition name=a type=integer«int» «a int»
-->   Constraint name=a_set definition=NotNull column=a «CONSTRAINT a_set NOT NULL a NO INHERIT»
-->   Constraint name=b definition=ForeignKey columns=[a] referenced=c notValid notEnforced «CONSTRAINT b FOREIGN KEY (a) REFERENCES c NOT DEFERRABLE NOT VALID NOT ENFORCED»
-->   Constraint definition=PrimaryKey columns=[a, during] «PRIMARY KEY (a, during WITHOUT OVERLAPS)»

CREATE TABLE IF NOT EXISTS copy AS SELECT * FROM orders WHERE total > 1 WITH NO DATA;
--> CreateTableAs name=copy persistence=PERMANENT ifNotExists query=«SELECT * FROM orders WHERE total > 1» tables=[orders]

SELECT a, b INTO TEMP TABLE copy FROM orders;
--> CreateTableAs name=copy persistence=TEMPORARY withData query=«SELECT a, b INTO TEMP TABLE copy FROM orders» tables=[orders]

ALTER TABLE IF EXISTS ONLY "Sales".orders
  ADD COLUMN IF NOT EXISTS note text NOT NULL DEFAULT 'none', -- the first
  DROP COLUMN IF EXISTS old CASCADE,
  ALTER COLUMN total SET DATA TYPE numeric(12, 2) /* with scale */ USING total / 100,
  ADD CONSTRAINT positive CHECK (total >= 0) NOT VALID,
  VALIDATE CONSTRAINT positive;
--> AlterTable table=Sales.orders«"Sales".orders» kind=TABLE ifExists only
-->   AddColumn ifNotExists «ADD COLUMN IF NOT EXISTS note text NOT NULL DEFAULT 'none'»
-->     ColumnDefinition name=note type=text «note text NOT NULL DEFAULT 'none'»
-->       Constraint definition=NotNull «NOT NULL»
-->       Constraint definition=Default value=«'none'» «DEFAULT 'none'»
-->   DropColumn column=old ifExists cascade «DROP COLUMN IF EXISTS old CASCADE»
-->   AlterColumnType column=total type=numeric(12,2)«numeric(12, 2)» using=«total / 100» «ALTER COLUMN total SET DATA TYPE numeric(12, 2) /* with scale */ USING total / 100»
-->   AddConstraint «ADD CONSTRAINT positive CHECK (total >= 0) NOT VALID»
-->     Constraint name=positive definition=Check condition=«total >= 0» notValid «CONSTRAINT positive CHECK (total >= 0) NOT VALID»
-->   ValidateConstraint constraint=positive «VALIDATE CONSTRAINT positive»

alter table orders alter a set not null, alter a drop not null, alter a set default now(), alter a drop default,
  alter a add generated by default as identity, alter a set generated always restart, alter a drop identity,
  alter a set expression as (b + 1), alter a drop expression if exists, alter a set statistics 100,
  alter a set storage external, alter a set compression lz4, alter a set (n_distinct = 5);
--> AlterTable table=orders kind=TABLE
-->   SetNotNull column=a «alter a set not null»
-->   DropNotNull column=a «alter a drop not null»
-->   SetDefault column=a value=«now()» «alter a set default now()»
-->   DropDefault column=a «alter a drop default»
-->   AddIdentity column=a «alter a add generated by default as identity»
-->   AlterIdentity column=a «alter a set generated always restart»
-->   DropIdentity column=a «alter a drop identity»
-->   SetExpression column=a value=«b + 1» «alter a set expression as (b + 1)»
-->   DropExpression column=a «alter a drop expression if exists»
-->   SetStatistics column=a «alter a set statistics 100»
-->   SetStorage column=a «alter a set storage external»
-->   SetCompression column=a «alter a set compression lz4»
-->   StorageParameters column=a text=alter a set (n_distinct = 5) «alter a set (n_distinct = 5)»

ALTER TABLE orders ADD UNIQUE USING INDEX orders_key, ADD CONSTRAINT pk PRIMARY KEY USING INDEX "Orders Id" DEFERRABLE,
  DROP CONSTRAINT IF EXISTS old RESTRICT, ALTER CONSTRAINT fk NOT ENFORCED, ALTER CONSTRAINT fk DEFERRABLE INITIALLY DEFERRED;
--> AlterTable table=orders kind=TABLE
-->   AddConstraint «ADD UNIQUE USING INDEX orders_key»
-->     Constraint definition=Unique usingIndex=orders_key «UNIQUE USING INDEX orders_key»
-->   AddConstraint «ADD CONSTRAINT pk PRIMARY KEY USING INDEX "Orders Id" DEFERRABLE»
-->     Constraint name=pk definition=PrimaryKey usingIndex=Orders Id«"Orders Id"» deferrable «CONSTRAINT pk PRIMARY KEY USING INDEX "Orders Id" DEFERRABLE»
-->   DropConstraint constraint=old ifExists «DROP CONSTRAINT IF EXISTS old RESTRICT»
-->   AlterConstraint constraint=fk «ALTER CONSTRAINT fk NOT ENFORCED»
-->   AlterConstraint constraint=fk «ALTER CONSTRAINT fk DEFERRABLE INITIALLY DEFERRED»

ALTER TABLE orders DISABLE TRIGGER ALL, ENABLE ALWAYS TRIGGER audit, DISABLE RULE r, ENABLE ROW LEVEL SECURITY,
  CLUSTER ON orders_pkey, SET WITHOUT CLUSTER, SET LOGGED, SET TABLESPACE fast, SET ACCESS METHOD heap,
  REPLICA IDENTITY FULL, REPLICA IDENTITY USING INDEX i, INHERIT base, NO INHERIT sales.base, OWNER TO CURRENT_USER,
  SET (fillfactor = 70), RESET (fillfactor), OF mood;
--> AlterTable table=orders kind=TABLE
-->   TriggerState «DISABLE TRIGGER ALL»
-->   TriggerState trigger=audit enabled «ENABLE ALWAYS TRIGGER audit»
-->   RuleState rule=r «DISABLE RULE r»
-->   RowSecurity text=ENABLE ROW LEVEL SECURITY «ENABLE ROW LEVEL SECURITY»
-->   ClusterOn index=orders_pkey «CLUSTER ON orders_pkey»
-->   ClusterOn «SET WITHOUT CLUSTER»
-->   SetLogged logged «SET LOGGED»
-->   SetTablespace tablespace=fast «SET TABLESPACE fast»
-->   SetAccessMethod method=heap «SET ACCESS METHOD heap»
-->   ReplicaIdentity kind=FULL «REPLICA IDENTITY FULL»
-->   ReplicaIdentity kind=INDEX index=i «REPLICA IDENTITY USING INDEX i»
-->   Inherit parent=base inherit «INHERIT base»
-->   Inherit parent=sales.base «NO INHERIT sales.base»
-->   OwnerTo owner=CURRENT_USER «OWNER TO CURRENT_USER»
-->   StorageParameters text=SET (fillfactor = 70) «SET (fillfactor = 70)»
-->   StorageParameters text=RESET (fillfactor) «RESET (fillfactor)»
-->   OtherAction text=OF mood «OF mood»

ALTER TABLE orders /* RENAME */ RENAME COLUMN a TO "B";
--> AlterTable table=orders kind=TABLE
-->   RenameColumn column=a to=B«"B"» «RENAME COLUMN a TO "B"»

ALTER TABLE orders * RENAME TO orders_2;
--> AlterTable table=orders kind=TABLE
-->   RenameTable to=orders_2 «RENAME TO orders_2»

ALTER TABLE orders RENAME CONSTRAINT c TO d;
--> AlterTable table=orders kind=TABLE
-->   RenameConstraint constraint=c to=d «RENAME CONSTRAINT c TO d»

ALTER TABLE orders SET SCHEMA archive;
--> AlterTable table=orders kind=TABLE
-->   SetSchema schema=archive «SET SCHEMA archive»

ALTER TABLE measurements ATTACH PARTITION archive.m_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
--> AlterTable table=measurements kind=TABLE
-->   AttachPartition partition=archive.m_2023 bound=«FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')» «ATTACH PARTITION archive.m_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')»

ALTER TABLE measurements DETACH PARTITION m_2023 CONCURRENTLY;
--> AlterTable table=measurements kind=TABLE
-->   DetachPartition partition=m_2023 concurrently «DETACH PARTITION m_2023 CONCURRENTLY»

ALTER TABLE measurements DETACH PARTITION m_2023 FINALIZE;
--> AlterTable table=measurements kind=TABLE
-->   DetachPartition partition=m_2023 finalizing «DETACH PARTITION m_2023 FINALIZE»

ALTER FOREIGN TABLE remote ALTER a TYPE bigint;
--> AlterTable table=remote kind=FOREIGN_TABLE
-->   AlterColumnType column=a type=bigint «ALTER a TYPE bigint»

ALTER TABLE ALL IN TABLESPACE slow SET TABLESPACE fast;
--> Unparsed reason=only the server knows what is in the tablespace at=«ALTER TABLE ALL IN TABLESPACE slow SET TABLESPACE fast»

DROP TABLE IF EXISTS orders, "Sales".lines CASCADE;
--> Drop kind=TABLE names=[orders, Sales.lines«"Sales".lines»] ifExists cascade

TRUNCATE TABLE orders, ONLY sales.lines RESTART IDENTITY CASCADE;
--> Truncate tables=[orders, sales.lines] cascade

LOCK TABLE orders, sales.lines IN SHARE  ROW EXCLUSIVE MODE NOWAIT;
--> LockTable tables=[orders, sales.lines] mode=SHARE ROW EXCLUSIVE nowait

LOCK orders;
--> LockTable tables=[orders] mode=ACCESS EXCLUSIVE
