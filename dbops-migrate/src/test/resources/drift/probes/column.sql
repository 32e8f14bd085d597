-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TYPE mood2 AS ENUM ('sad', 'glad');
CREATE TABLE t (
  a integer,
  b text,
  v varchar(10),
  n numeric(10,2),
  ts timestamp with time zone,
  e mood,
  co text COLLATE "C",
  d integer DEFAULT 42,
  nn integer NOT NULL,
  i bigint GENERATED ALWAYS AS IDENTITY,
  st text,
  s integer,
  "select" integer
);
CREATE TABLE last (a integer, zz text);
ALTER TABLE t ALTER st SET STORAGE external;
ALTER TABLE t ALTER s SET STATISTICS 200;
ALTER TABLE t ALTER s SET (n_distinct = 4);
CREATE TABLE computed (a integer, g integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE compressed (cp text COMPRESSION pglz); -- since 14
CREATE TABLE virtual (a integer, vg integer GENERATED ALWAYS AS (a + 1) VIRTUAL); -- since 18
CREATE TABLE seen (a integer, b integer, g integer GENERATED ALWAYS AS (b + 1) STORED);
CREATE VIEW v AS SELECT a, b FROM seen;
CREATE TABLE indexed (a integer, b integer, CHECK (a > b));
CREATE INDEX indexed_a ON indexed (a, (a + b));

-- probe a column more
-- differs unexpected column public.t.z
ALTER TABLE t ADD COLUMN z date;

-- probe a column more with everything
-- differs unexpected column public.t.z
ALTER TABLE t ADD COLUMN z varchar(10) COLLATE "C" DEFAULT 'y';
ALTER TABLE t ALTER z SET STORAGE external, ALTER z SET STATISTICS 9, ALTER z SET (n_distinct = -0.5);

-- probe an identity column more
-- differs unexpected column public.t.z
ALTER TABLE t ADD COLUMN z bigint GENERATED ALWAYS AS IDENTITY (START WITH 7 CACHE 5);

-- probe a generated column more
-- differs unexpected column public.t.z
ALTER TABLE t ADD COLUMN z integer GENERATED ALWAYS AS (a * 2) STORED;

-- probe a virtual column more
-- since 18
-- differs unexpected column public.t.z
ALTER TABLE t ADD COLUMN z integer GENERATED ALWAYS AS (a * 2) VIRTUAL;

-- probe a column less
-- differs missing column public.last.zz
ALTER TABLE last DROP COLUMN zz;

-- probe a column less that views and columns need
-- differs missing column public.seen.b
-- differs missing column public.seen.g
-- differs missing view public.v
ALTER TABLE seen DROP COLUMN b CASCADE;

-- probe a column renamed
-- differs missing column public.last.zz
-- differs unexpected column public.last.z
ALTER TABLE last RENAME zz TO z;

-- probe a column with an odd name
-- differs unexpected column public.t.Ünï çode " quote
ALTER TABLE t ADD COLUMN "Ünï çode "" quote" text DEFAULT 'a';

-- probe an odd column changed
-- differs changed column public.t.select: type
ALTER TABLE t ALTER "select" TYPE bigint;

-- probe type
-- differs changed column public.t.s: type
ALTER TABLE t ALTER s TYPE bigint;

-- probe type that takes an expression
-- differs changed column public.t.b: type
ALTER TABLE t ALTER b TYPE integer USING b::integer;

-- probe length
-- differs changed column public.t.v: type
ALTER TABLE t ALTER v TYPE varchar(20);

-- probe precision
-- differs changed column public.t.n: type
ALTER TABLE t ALTER n TYPE numeric(12,3);

-- probe precision of a time
-- differs changed column public.t.ts: type
ALTER TABLE t ALTER ts TYPE timestamp(0) with time zone;

-- probe array
-- by hand numbers and arrays are not cast to each other
-- differs changed column public.t.s: type
ALTER TABLE t ALTER s TYPE integer[] USING ARRAY[s];

-- probe type of one's own
-- by hand enums are not cast to each other
-- differs changed column public.t.e: type
ALTER TABLE t ALTER e TYPE mood2 USING e::text::mood2;

-- probe type that views read
-- differs changed column public.seen.a: type
DROP VIEW v; ALTER TABLE seen ALTER a TYPE bigint; CREATE VIEW v AS SELECT a, b FROM seen;

-- probe type that generated columns read
-- differs changed column public.computed.a: type
ALTER TABLE computed DROP g; ALTER TABLE computed ALTER a TYPE smallint; ALTER TABLE computed ADD COLUMN g integer GENERATED ALWAYS AS (a + 1) STORED;

-- probe type with a default
-- differs changed column public.t.d: type
ALTER TABLE t ALTER d TYPE bigint;

-- probe type of an indexed column
-- differs changed column public.indexed.a: type
ALTER TABLE indexed ALTER a TYPE bigint;

-- probe collation
-- differs changed column public.t.b: collation
ALTER TABLE t ALTER b TYPE text COLLATE "C";

-- probe collation changed
-- differs changed column public.t.co: collation
ALTER TABLE t ALTER co TYPE text COLLATE "POSIX";

-- probe collation unset
-- differs changed column public.t.co: collation
ALTER TABLE t ALTER co TYPE text COLLATE "default";

-- probe not null
-- before 18
-- differs changed column public.t.a: not null
ALTER TABLE t ALTER a SET NOT NULL;

-- probe not null unset
-- before 18
-- differs changed column public.t.nn: not null
ALTER TABLE t ALTER nn DROP NOT NULL;

-- probe default
-- differs changed column public.t.a: default
ALTER TABLE t ALTER a SET DEFAULT 1;

-- probe default changed
-- differs changed column public.t.d: default
ALTER TABLE t ALTER d SET DEFAULT 43;

-- probe default unset
-- differs changed column public.t.d: default
ALTER TABLE t ALTER d DROP DEFAULT;

-- probe default of a function
-- differs changed column public.t.ts: default
ALTER TABLE t ALTER ts SET DEFAULT now();

-- probe identity
-- differs changed column public.t.nn: identity
ALTER TABLE t ALTER nn ADD GENERATED BY DEFAULT AS IDENTITY;

-- probe identity with options
-- differs changed column public.t.nn: identity, identity cache, identity cycle, identity increment, identity maximum, identity minimum, identity sequence, identity start
ALTER TABLE t ALTER nn ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME counter INCREMENT 2 MINVALUE 3 MAXVALUE 99 START 5 CACHE 4 CYCLE);

-- probe identity less
-- differs changed column public.t.i: identity
ALTER TABLE t ALTER i DROP IDENTITY;

-- probe identity by default
-- differs changed column public.t.i: identity
ALTER TABLE t ALTER i SET GENERATED BY DEFAULT;

-- probe identity start
-- differs changed column public.t.i: identity start
ALTER TABLE t ALTER i SET START WITH 9;

-- probe identity increment
-- differs changed column public.t.i: identity increment
ALTER TABLE t ALTER i SET INCREMENT BY 3;

-- probe identity minimum
-- differs changed column public.t.i: identity minimum, identity start
ALTER TABLE t ALTER i SET MINVALUE -5;

-- probe identity maximum
-- differs changed column public.t.i: identity maximum
ALTER TABLE t ALTER i SET MAXVALUE 1000;

-- probe identity cache
-- differs changed column public.t.i: identity cache
ALTER TABLE t ALTER i SET CACHE 10;

-- probe identity cycle
-- differs changed column public.t.i: identity cycle
ALTER TABLE t ALTER i SET CYCLE;

-- probe identity counting down
-- differs changed column public.t.i: identity increment, identity maximum, identity minimum, identity start
ALTER TABLE t ALTER i SET INCREMENT BY -1 SET MINVALUE -50 SET MAXVALUE 50 SET START WITH 40 RESTART WITH 40;

-- probe identity's sequence
-- differs changed column public.t.i: identity sequence
ALTER SEQUENCE t_i_seq RENAME TO other_seq;

-- probe generated expression
-- since 17
-- differs changed column public.computed.g: generated
ALTER TABLE computed ALTER g SET EXPRESSION AS (a + 2);

-- probe generated expression made again
-- differs changed column public.computed.g: generated
ALTER TABLE computed DROP g; ALTER TABLE computed ADD COLUMN g integer GENERATED ALWAYS AS (a + 2) STORED;

-- probe no longer generated
-- since 13
-- differs changed column public.computed.g: generated, generated as
ALTER TABLE computed ALTER g DROP EXPRESSION;

-- probe virtual instead of stored
-- since 18
-- differs changed column public.computed.g: generated as
ALTER TABLE computed DROP COLUMN g, ADD COLUMN g integer GENERATED ALWAYS AS (a + 1) VIRTUAL;

-- probe virtual expression
-- since 18
-- differs changed column public.virtual.vg: generated
ALTER TABLE virtual ALTER vg SET EXPRESSION AS (a + 2);

-- probe storage
-- differs changed column public.t.b: storage
ALTER TABLE t ALTER b SET STORAGE external;

-- probe storage main
-- differs changed column public.t.b: storage
ALTER TABLE t ALTER b SET STORAGE main;

-- probe storage plain
-- differs changed column public.t.b: storage
ALTER TABLE t ALTER b SET STORAGE plain;

-- probe storage unset
-- differs changed column public.t.st: storage
ALTER TABLE t ALTER st SET STORAGE extended;

-- probe compression
-- since 14
-- differs changed column public.t.b: compression
ALTER TABLE t ALTER b SET COMPRESSION pglz;

-- probe compression unset
-- since 14
-- differs changed column public.compressed.cp: compression
ALTER TABLE compressed ALTER cp SET COMPRESSION default;

-- probe statistics target
-- differs changed column public.t.a: statistics target
ALTER TABLE t ALTER a SET STATISTICS 500;

-- probe statistics target zero
-- differs changed column public.t.a: statistics target
ALTER TABLE t ALTER a SET STATISTICS 0;

-- probe statistics target unset
-- differs changed column public.t.s: statistics target
ALTER TABLE t ALTER s SET STATISTICS -1;

-- probe option
-- differs changed column public.t.a: option n_distinct
ALTER TABLE t ALTER a SET (n_distinct = 5);

-- probe option changed
-- differs changed column public.t.s: option n_distinct
ALTER TABLE t ALTER s SET (n_distinct = 6);

-- probe option unset
-- differs changed column public.t.s: option n_distinct
ALTER TABLE t ALTER s RESET (n_distinct);

-- probe option for heirs
-- differs changed column public.t.a: option n_distinct_inherited
ALTER TABLE t ALTER a SET (n_distinct_inherited = -1);

-- probe the comment of the sequence of an identity
-- differs unexpected comment identity sequence.public.t_i_seq
COMMENT ON SEQUENCE t_i_seq IS 'x';

-- probe a grant on the sequence of an identity
-- differs unexpected grant identity sequence.public.t_i_seq.dbops_probe_a
GRANT USAGE ON SEQUENCE t_i_seq TO dbops_probe_a;

-- probe the sequence of an identity that is kept otherwise than the table
-- since 15
-- differs unexpected identity sequence public.t_i_seq
ALTER SEQUENCE t_i_seq SET UNLOGGED;

-- probe the table with an identity whose sequence has a grant and a comment
-- differs unexpected table public.whole
CREATE TABLE whole (id bigint GENERATED ALWAYS AS IDENTITY);
COMMENT ON SEQUENCE whole_id_seq IS 'x';
GRANT SELECT ON SEQUENCE whole_id_seq TO dbops_probe_a;
