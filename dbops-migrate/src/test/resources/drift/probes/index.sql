-- given
CREATE TABLE t (a integer, b text, c integer, r int4range, v tsvector, k integer, "Größe (1)" integer, w varchar(20));
CREATE INDEX wx ON t (w);
CREATE INDEX ix ON t (a);
CREATE INDEX ab ON t (a, b);
CREATE INDEX ex ON t (lower(b));
CREATE INDEX pa ON t (a) WHERE c > 1;
CREATE INDEX inc ON t (a) INCLUDE (c);
CREATE INDEX gx ON t USING gist (r);
CREATE INDEX ts ON t USING gist (v);
CREATE UNIQUE INDEX un ON t (a, c);
CREATE INDEX op ON t (c) WITH (fillfactor = 70) TABLESPACE dbops_probe_space;
CREATE INDEX es ON t (a, lower(b));
ALTER INDEX es ALTER COLUMN 2 SET STATISTICS 50;
CREATE INDEX "select" ON t ("Größe (1)");
CREATE UNIQUE INDEX fx ON t (k);
CREATE TABLE ref (k integer REFERENCES t (k));
CREATE TABLE c (x integer, y integer);
CREATE INDEX cx ON c (x);
CREATE INDEX cy ON c (y);
ALTER TABLE c CLUSTER ON cx;

-- probe an index more
-- differs unexpected index public.t.more
CREATE INDEX more ON t (a);

-- probe an index with everything
-- differs unexpected index public.t.more
CREATE UNIQUE INDEX more ON t USING btree (b COLLATE "C" text_pattern_ops DESC NULLS LAST, (a + 1), lower(b)) INCLUDE (c) WITH (fillfactor = 60) TABLESPACE dbops_probe_space WHERE a > 0 AND b <> 'x)';
ALTER INDEX more ALTER COLUMN 2 SET STATISTICS 30;

-- probe an index of columns with everything
-- differs unexpected index public.t.more
CREATE UNIQUE INDEX more ON t (b DESC, a NULLS FIRST, c DESC NULLS LAST, w) INCLUDE (k, "Größe (1)") WHERE a > 0;

-- probe operators of another type that values are taken for
-- differs changed index public.t.wx: columns
DROP INDEX wx; CREATE INDEX wx ON t (w bpchar_ops);

-- probe the order of one that includes others
-- differs changed index public.t.inc: columns
DROP INDEX inc; CREATE INDEX inc ON t (a DESC) INCLUDE (c);

-- probe an index less
-- differs missing index public.t.ix
DROP INDEX ix;

-- probe an index renamed
-- differs missing index public.t.ix
-- differs unexpected index public.t.xi
ALTER INDEX ix RENAME TO xi;

-- probe an odd index more
-- differs unexpected index public.t.Ünï ON çode " quote
CREATE INDEX "Ünï ON çode "" quote" ON t ("Größe (1)", b) WHERE "Größe (1)" > 0;

-- probe an odd index less
-- differs missing index public.t.select
DROP INDEX "select";

-- probe an odd index changed
-- differs changed index public.t.select: option fillfactor
ALTER INDEX "select" SET (fillfactor = 50);

-- probe method
-- differs changed index public.t.ix: method
DROP INDEX ix; CREATE INDEX ix ON t USING hash (a);

-- probe method of a range
-- differs changed index public.t.gx: method
DROP INDEX gx; CREATE INDEX gx ON t USING spgist (r);

-- probe a column more
-- differs changed index public.t.ix: columns
DROP INDEX ix; CREATE INDEX ix ON t (a, c);

-- probe columns in another order
-- differs changed index public.t.ab: columns
DROP INDEX ab; CREATE INDEX ab ON t (b, a);

-- probe expression
-- differs changed index public.t.ex: columns
DROP INDEX ex; CREATE INDEX ex ON t (upper(b));

-- probe predicate
-- differs changed index public.t.ix: predicate
DROP INDEX ix; CREATE INDEX ix ON t (a) WHERE c IS NOT NULL;

-- probe predicate changed
-- differs changed index public.t.pa: predicate
DROP INDEX pa; CREATE INDEX pa ON t (a) WHERE c > 2;

-- probe predicate unset
-- differs changed index public.t.pa: predicate
DROP INDEX pa; CREATE INDEX pa ON t (a);

-- probe included column
-- differs changed index public.t.ix: include
DROP INDEX ix; CREATE INDEX ix ON t (a) INCLUDE (b);

-- probe included column changed
-- differs changed index public.t.inc: include
DROP INDEX inc; CREATE INDEX inc ON t (a) INCLUDE (b, c);

-- probe included column unset
-- differs changed index public.t.inc: include
DROP INDEX inc; CREATE INDEX inc ON t (a);

-- probe operator class
-- differs changed index public.t.ab: columns
DROP INDEX ab; CREATE INDEX ab ON t (a, b text_pattern_ops);

-- probe operator class's parameter
-- since 13
-- differs changed index public.t.ts: columns
DROP INDEX ts; CREATE INDEX ts ON t USING gist (v tsvector_ops (siglen = 100));

-- probe collation
-- differs changed index public.t.ab: columns
DROP INDEX ab; CREATE INDEX ab ON t (a, b COLLATE "C");

-- probe order
-- differs changed index public.t.ix: columns
DROP INDEX ix; CREATE INDEX ix ON t (a DESC);

-- probe nulls first
-- differs changed index public.t.ix: columns
DROP INDEX ix; CREATE INDEX ix ON t (a NULLS FIRST);

-- probe unique
-- differs changed index public.t.ix: unique
DROP INDEX ix; CREATE UNIQUE INDEX ix ON t (a);

-- probe not unique
-- differs changed index public.t.un: unique
DROP INDEX un; CREATE INDEX un ON t (a, c);

-- probe nulls alike
-- since 15
-- differs changed index public.t.un: nulls not distinct
DROP INDEX un; CREATE UNIQUE INDEX un ON t (a, c) NULLS NOT DISTINCT;

-- probe parameter
-- differs changed index public.t.ix: option fillfactor
ALTER INDEX ix SET (fillfactor = 80);

-- probe parameter changed
-- differs changed index public.t.op: option fillfactor
ALTER INDEX op SET (fillfactor = 81);

-- probe parameter unset
-- differs changed index public.t.op: option fillfactor
ALTER INDEX op RESET (fillfactor);

-- probe parameter of deduplication
-- since 13
-- differs changed index public.t.ix: option deduplicate_items
ALTER INDEX ix SET (deduplicate_items = off);

-- probe tablespace
-- differs changed index public.t.ix: tablespace
ALTER INDEX ix SET TABLESPACE dbops_probe_space;

-- probe tablespace unset
-- differs changed index public.t.op: tablespace
ALTER INDEX op SET TABLESPACE pg_default;

-- probe statistics target
-- differs changed index public.t.ex: statistics target 1
ALTER INDEX ex ALTER COLUMN 1 SET STATISTICS 100;

-- probe statistics target changed
-- differs changed index public.t.es: statistics target 2
ALTER INDEX es ALTER COLUMN 2 SET STATISTICS 100;

-- probe statistics target unset
-- differs changed index public.t.es: statistics target 2
ALTER INDEX es ALTER COLUMN 2 SET STATISTICS -1;

-- probe clustered
-- differs changed index public.t.ix: clustered
ALTER TABLE t CLUSTER ON ix;

-- probe not clustered
-- differs changed index public.c.cx: clustered
ALTER TABLE c SET WITHOUT CLUSTER;

-- probe clustered by another
-- differs changed index public.c.cx: clustered
-- differs changed index public.c.cy: clustered
ALTER TABLE c CLUSTER ON cy;

-- probe invalid
-- only back no statement makes an index invalid
-- differs invalid index public.t.ix: invalid
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix'::regclass;

-- probe not ready
-- by hand no statement makes an index unready
-- differs invalid index public.t.ix: invalid, not ready
UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = 'ix'::regclass;

-- probe an index of a foreign key less
-- differs missing constraint public.ref.ref_k_fkey
-- differs missing index public.t.fx
DROP INDEX fx CASCADE;
