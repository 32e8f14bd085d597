-- given
CREATE SCHEMA other;
CREATE SCHEMA "öther";
CREATE ACCESS METHOD dbops_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE plain (a integer, b text);
CREATE UNLOGGED TABLE full_of_options (a integer, b text)
  WITH (fillfactor = 70, toast.autovacuum_vacuum_threshold = 77) TABLESPACE dbops_probe_space;
ALTER TABLE full_of_options REPLICA IDENTITY FULL;
ALTER TABLE full_of_options ENABLE ROW LEVEL SECURITY;
ALTER TABLE full_of_options FORCE ROW LEVEL SECURITY;
CREATE TABLE keyed (a integer PRIMARY KEY, b text NOT NULL);
CREATE UNIQUE INDEX keyed_b ON keyed (b);
CREATE TABLE identified (a integer PRIMARY KEY, b text NOT NULL);
CREATE UNIQUE INDEX identified_b ON identified (b);
ALTER TABLE identified REPLICA IDENTITY USING INDEX identified_b;
CREATE TYPE shape AS (a integer, b text);
CREATE TABLE like_type (a integer, b text);
CREATE TABLE typed OF shape;
CREATE TABLE parts (a integer, b text) PARTITION BY RANGE (a);
CREATE TABLE "Ünï çode "" quote" ("select" integer, "Größe ""1"" x" text DEFAULT 'x');

-- probe a table more
-- differs unexpected table public.extra
CREATE TABLE extra (a integer, b text);

-- probe a table without columns
-- differs unexpected table public.empty
CREATE TABLE empty ();

-- probe a table with everything said of it
-- differs unexpected table public.extra
CREATE UNLOGGED TABLE extra (
  id bigint PRIMARY KEY,
  a text COLLATE "C" DEFAULT 'x' NOT NULL,
  b text
) WITH (fillfactor = 70, toast.autovacuum_enabled = false) TABLESPACE dbops_probe_space;
ALTER TABLE extra REPLICA IDENTITY FULL, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE extra ALTER a SET STORAGE external, ALTER b SET STATISTICS 7, ALTER b SET (n_distinct = 3);
CREATE INDEX ON extra (b);

-- probe a table less
-- differs missing table public.plain
DROP TABLE plain;

-- probe a table renamed
-- differs missing table public.plain
-- differs unexpected table public.renamed
ALTER TABLE plain RENAME TO renamed;

-- probe a table in another schema
-- differs missing table public.plain
-- differs unexpected table other.plain
ALTER TABLE plain SET SCHEMA other;

-- probe a table with odd names
-- differs unexpected table öther.Ünï çode " quote
CREATE TABLE "öther"."Ünï çode "" quote" ("select" integer, "Größe ""1"" x" text DEFAULT 'it''s \ here', "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" date);

-- probe a table with odd names less
-- differs missing table public.Ünï çode " quote
DROP TABLE "Ünï çode "" quote";

-- probe unlogged
-- differs changed table public.plain: persistence
ALTER TABLE plain SET UNLOGGED;

-- probe logged
-- differs changed table public.full_of_options: persistence
ALTER TABLE full_of_options SET LOGGED;

-- probe access method
-- since 15
-- differs changed table public.plain: access method
ALTER TABLE plain SET ACCESS METHOD dbops_heap;

-- probe tablespace
-- differs changed table public.plain: tablespace
ALTER TABLE plain SET TABLESPACE dbops_probe_space;

-- probe tablespace unset
-- differs changed table public.full_of_options: tablespace
ALTER TABLE full_of_options SET TABLESPACE pg_default;

-- probe replica identity full
-- differs changed table public.plain: replica identity
ALTER TABLE plain REPLICA IDENTITY FULL;

-- probe replica identity nothing
-- differs changed table public.plain: replica identity
ALTER TABLE plain REPLICA IDENTITY NOTHING;

-- probe replica identity changed
-- differs changed table public.full_of_options: replica identity
ALTER TABLE full_of_options REPLICA IDENTITY NOTHING;

-- probe replica identity unset
-- differs changed table public.full_of_options: replica identity
ALTER TABLE full_of_options REPLICA IDENTITY DEFAULT;

-- probe replica identity by an index
-- differs changed index public.keyed.keyed_b: replica identity
ALTER TABLE keyed REPLICA IDENTITY USING INDEX keyed_b;

-- probe replica identity by a constraint
-- differs changed constraint public.keyed.keyed_pkey: replica identity
ALTER TABLE keyed REPLICA IDENTITY USING INDEX keyed_pkey;

-- probe replica identity by an index unset
-- differs changed index public.identified.identified_b: replica identity
ALTER TABLE identified REPLICA IDENTITY DEFAULT;

-- probe replica identity from an index to full
-- differs changed table public.identified: replica identity
-- differs changed index public.identified.identified_b: replica identity
ALTER TABLE identified REPLICA IDENTITY FULL;

-- probe row security
-- differs changed table public.plain: row security
ALTER TABLE plain ENABLE ROW LEVEL SECURITY;

-- probe row security off
-- differs changed table public.full_of_options: row security
ALTER TABLE full_of_options DISABLE ROW LEVEL SECURITY;

-- probe row security forced
-- differs changed table public.plain: row security forced
ALTER TABLE plain FORCE ROW LEVEL SECURITY;

-- probe row security not forced
-- differs changed table public.full_of_options: row security forced
ALTER TABLE full_of_options NO FORCE ROW LEVEL SECURITY;

-- probe storage parameter
-- differs changed table public.plain: option fillfactor
ALTER TABLE plain SET (fillfactor = 50);

-- probe storage parameter changed
-- differs changed table public.full_of_options: option fillfactor
ALTER TABLE full_of_options SET (fillfactor = 51);

-- probe storage parameter unset
-- differs changed table public.full_of_options: option fillfactor
ALTER TABLE full_of_options RESET (fillfactor);

-- probe autovacuum parameter
-- differs changed table public.plain: option autovacuum_vacuum_scale_factor
ALTER TABLE plain SET (autovacuum_vacuum_scale_factor = 0.01);

-- probe TOAST parameter
-- differs changed table public.plain: option toast autovacuum_enabled
ALTER TABLE plain SET (toast.autovacuum_enabled = false);

-- probe TOAST parameter changed
-- differs changed table public.full_of_options: option toast autovacuum_vacuum_threshold
ALTER TABLE full_of_options SET (toast.autovacuum_vacuum_threshold = 78);

-- probe TOAST parameter unset
-- differs changed table public.full_of_options: option toast autovacuum_vacuum_threshold
ALTER TABLE full_of_options RESET (toast.autovacuum_vacuum_threshold);

-- probe of a type
-- differs changed table public.like_type: of type
ALTER TABLE like_type OF public.shape;

-- probe of no type
-- differs changed table public.typed: of type
ALTER TABLE typed NOT OF;

-- probe partitioned otherwise
-- differs changed table public.parts: partitioned by
DROP TABLE parts; CREATE TABLE parts (a integer, b text) PARTITION BY LIST (b);

-- probe order of columns
-- by hand no statement moves a column
-- differs reordered table public.plain
DROP TABLE plain; CREATE TABLE plain (b text, a integer);

-- probe a temporary table
CREATE TEMPORARY TABLE passing (a integer PRIMARY KEY, b text);
