-- Changes of a column's type: for each case a schema and, as its last statement, the change.

-- case: widening keeps plain indexes and builds those with expressions or predicates anew
-- since: 11
CREATE TABLE t (c varchar(10), d integer);
CREATE INDEX plain ON t (c);
CREATE INDEX second ON t (d, c);
CREATE INDEX carried ON t (d) INCLUDE (c);
CREATE INDEX hashed ON t USING hash (c);
CREATE INDEX patterns ON t (c varchar_pattern_ops);
CREATE INDEX elsewhere ON t (d) WHERE d > 0;
CREATE INDEX partial ON t (c) WHERE d > 0;
CREATE INDEX predicate ON t (d) WHERE c IS NULL;
CREATE INDEX expression ON t (lower(c));
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: keys and exclusions keep their indexes
CREATE TABLE t (c varchar(10) PRIMARY KEY, d integer, UNIQUE (d, c), EXCLUDE (c WITH =));
ALTER TABLE t ALTER c TYPE text;

-- case: a rewrite builds every index anew
CREATE TABLE t (c integer PRIMARY KEY, d integer);
CREATE INDEX other ON t (d);
ALTER TABLE t ALTER c TYPE bigint;

-- case: another collation builds the indexes with the column as a key anew
-- since: 11
CREATE TABLE t (c text, d integer);
CREATE INDEX key ON t (c);
CREATE INDEX carried ON t (d) INCLUDE (c);
CREATE INDEX other ON t (d);
ALTER TABLE t ALTER c TYPE text COLLATE "C";

-- case: a collation that is not repeated is lost
CREATE TABLE t (c varchar(10) COLLATE "C" PRIMARY KEY);
ALTER TABLE t ALTER c TYPE varchar(20);

-- case: a collation that is repeated stays, also with its schema
CREATE TABLE t (c varchar(10) COLLATE "C" PRIMARY KEY);
ALTER TABLE t ALTER c TYPE varchar(20) COLLATE pg_catalog."C";

-- case: an index with a collation of its own does not care
CREATE TABLE t ("C" text);
CREATE INDEX own ON t ("C" COLLATE "C");
ALTER TABLE t ALTER "C" TYPE text COLLATE "POSIX";

-- case: the index of a key on a quoted column has none
CREATE TABLE t ("Straße" text PRIMARY KEY);
ALTER TABLE t ALTER "Straße" TYPE text COLLATE "C";

-- case: a type of another order builds the index anew
CREATE TABLE t (c integer, d integer);
CREATE INDEX key ON t (c);
CREATE INDEX other ON t (d);
ALTER TABLE t ALTER c TYPE oid;

-- case: an index of the elements of an array is always built anew
CREATE TABLE t (c varchar(10)[]);
CREATE INDEX elements ON t USING gin (c);
CREATE INDEX whole ON t (c);
ALTER TABLE t ALTER c TYPE varchar[];

-- case: a check that names the column is checked again
CREATE TABLE t (c varchar(10) NOT NULL, d integer CHECK (d > 0), CHECK (c <> ''));
ALTER TABLE t ALTER c TYPE text;

-- case: also where nothing else happens
CREATE TABLE t (c varchar(10), d integer, CHECK (d > 0 OR c IS NULL));
ALTER TABLE t ALTER c TYPE varchar(10);

-- case: a check of other columns is not
CREATE TABLE t (c varchar(10), d integer CHECK (d > 0));
ALTER TABLE t ALTER c TYPE text;

-- case: nor is one that is not valid
CREATE TABLE t (c varchar(10));
ALTER TABLE t ADD CHECK (c <> '') NOT VALID;
ALTER TABLE t ALTER c TYPE text;

-- case: nor one that is not enforced
-- since: 18
CREATE TABLE t (c varchar(10) CHECK (c <> '') NOT ENFORCED);
ALTER TABLE t ALTER c TYPE text;

-- case: nor is NOT NULL
CREATE TABLE t (c varchar(10) NOT NULL);
ALTER TABLE t ALTER c TYPE text;

-- case: a foreign key is checked again where its column is rewritten
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (c integer REFERENCES p, d integer REFERENCES p);
ALTER TABLE t ALTER c TYPE bigint;

-- case: and where the column that it refers to is
CREATE TABLE t (c integer PRIMARY KEY, d integer UNIQUE);
CREATE TABLE one (c integer REFERENCES t);
CREATE TABLE two (c integer REFERENCES t (c), d integer REFERENCES t (d));
ALTER TABLE t ALTER c TYPE bigint;

-- case: and where it is compared by other operators
CREATE TABLE p (id varchar(10) PRIMARY KEY);
CREATE TABLE t (c varchar(10) REFERENCES p);
ALTER TABLE t ALTER c TYPE bpchar;

-- case: but not where it stays comparable
CREATE TABLE p (id varchar(10) PRIMARY KEY);
CREATE TABLE t (c varchar(10) REFERENCES p);
ALTER TABLE t ALTER c TYPE text;

-- case: nor where the column that it refers to stays comparable
CREATE TABLE t (c varchar(10) PRIMARY KEY);
CREATE TABLE one (c varchar(10) REFERENCES t);
ALTER TABLE t ALTER c TYPE text;

-- case: nor where it is not valid
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (c integer);
ALTER TABLE t ADD FOREIGN KEY (c) REFERENCES p NOT VALID;
ALTER TABLE t ALTER c TYPE bigint;

-- case: a foreign key of a table to itself is checked again once
CREATE TABLE t (c integer PRIMARY KEY, parent integer REFERENCES t);
ALTER TABLE t ALTER c TYPE bigint;

-- case: USING the column itself is as good as nothing
CREATE TABLE t (c varchar(10));
ALTER TABLE t ALTER c TYPE text USING c;

-- case: USING a cast in any spelling is as good as nothing
CREATE TABLE t (c varchar(10));
ALTER TABLE t ALTER c TYPE text USING ((CAST((t.c) AS varchar))::text);

-- case: USING a cast by another type that keeps the values
CREATE TABLE t (c varchar(10));
ALTER TABLE t ALTER c TYPE varchar(20) USING c::varchar(15);

-- case: USING a cast that forgets the length
CREATE TABLE t (c varchar(10));
ALTER TABLE t ALTER c TYPE varchar(20) USING c::text;

-- case: USING another column
CREATE TABLE t (c varchar(10), d varchar(10));
ALTER TABLE t ALTER c TYPE varchar(20) USING d;

-- case: USING a computation
CREATE TABLE t (c varchar(10));
ALTER TABLE t ALTER c TYPE text USING lower(c);

-- case: USING a computation of the same type
CREATE TABLE t (c integer);
ALTER TABLE t ALTER c TYPE integer USING c + 0;

-- case: USING a time zone
CREATE TABLE t (c timestamp);
ALTER TABLE t ALTER c TYPE timestamptz USING c AT TIME ZONE 'UTC';

-- case: a quoted column
CREATE TABLE t ("Straße" varchar(10));
ALTER TABLE t ALTER "Straße" TYPE text USING "Straße"::text;

-- case: a time stamp keeps its values but not its index
-- since: 12
CREATE TABLE t (c timestamp(3), d integer);
CREATE INDEX key ON t (c);
CREATE INDEX other ON t (d);
ALTER TABLE t ALTER c TYPE timestamptz;

-- case: what is dropped at once takes no work
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (
  c varchar(10) CONSTRAINT named CHECK (c <> ''),
  d integer CONSTRAINT key REFERENCES p);
ALTER TABLE t DROP CONSTRAINT named, ALTER c TYPE text, ADD CONSTRAINT named CHECK (c <> '') NOT VALID;

-- case: also not where the table is rewritten
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (c integer CONSTRAINT key REFERENCES p CONSTRAINT own UNIQUE);
ALTER TABLE t ALTER c TYPE bigint, DROP CONSTRAINT key, DROP CONSTRAINT own;

-- case: a virtual column has nothing to rewrite
-- since: 18
CREATE TABLE t (k integer, c integer GENERATED ALWAYS AS (k + 1) VIRTUAL);
CREATE INDEX other ON t (k);
ALTER TABLE t ALTER c TYPE bigint;

-- case: a stored one has
-- since: 12
CREATE TABLE t (k integer, c integer GENERATED ALWAYS AS (k + 1) STORED);
ALTER TABLE t ALTER c TYPE bigint;
