-- given
CREATE FOREIGN DATA WRAPPER dbops_probe_wrapper;
CREATE SERVER dbops_probe_server FOREIGN DATA WRAPPER dbops_probe_wrapper;
CREATE SERVER dbops_probe_other FOREIGN DATA WRAPPER dbops_probe_wrapper;
CREATE FOREIGN TABLE f (a integer OPTIONS (column_name 'x'), b text)
  SERVER dbops_probe_server OPTIONS (table_name 'far');
CREATE TABLE p (a integer, b text) PARTITION BY RANGE (a);

-- probe a foreign table more
-- differs unexpected foreign table public.more
CREATE FOREIGN TABLE more (a integer OPTIONS (column_name 'x'), b text COLLATE "C" DEFAULT 'x' NOT NULL, CONSTRAINT ck CHECK (a > 0)) SERVER dbops_probe_server OPTIONS (table_name 'it''s', other 'y');

-- probe a foreign table less
-- differs missing foreign table public.f
DROP FOREIGN TABLE f;

-- probe a foreign table renamed
-- differs missing foreign table public.f
-- differs unexpected foreign table public.g
ALTER FOREIGN TABLE f RENAME TO g;

-- probe an odd foreign table more
-- differs unexpected foreign table public.Ünï çode " quote
CREATE FOREIGN TABLE "Ünï çode "" quote" ("select" integer) SERVER dbops_probe_server OPTIONS ("Größe" '1');

-- probe server
-- differs changed foreign table public.f: server
DROP FOREIGN TABLE f; CREATE FOREIGN TABLE f (a integer OPTIONS (column_name 'x'), b text) SERVER dbops_probe_other OPTIONS (table_name 'far');

-- probe option
-- differs changed foreign table public.f: option schema_name
ALTER FOREIGN TABLE f OPTIONS (ADD schema_name 's');

-- probe option changed
-- differs changed foreign table public.f: option table_name
ALTER FOREIGN TABLE f OPTIONS (SET table_name 'near');

-- probe option unset
-- differs changed foreign table public.f: option table_name
ALTER FOREIGN TABLE f OPTIONS (DROP table_name);

-- probe option of a column
-- differs changed column public.f.b: foreign option column_name
ALTER FOREIGN TABLE f ALTER b OPTIONS (ADD column_name 'y');

-- probe option of a column changed
-- differs changed column public.f.a: foreign option column_name
ALTER FOREIGN TABLE f ALTER a OPTIONS (SET column_name 'y');

-- probe option of a column unset
-- differs changed column public.f.a: foreign option column_name
ALTER FOREIGN TABLE f ALTER a OPTIONS (DROP column_name);

-- probe a column more
-- differs unexpected column public.f.z
ALTER FOREIGN TABLE f ADD COLUMN z integer;

-- probe a column less
-- differs missing column public.f.b
ALTER FOREIGN TABLE f DROP COLUMN b;

-- probe type
-- differs changed column public.f.a: type
ALTER FOREIGN TABLE f ALTER a TYPE bigint;

-- probe default
-- differs changed column public.f.a: default
ALTER FOREIGN TABLE f ALTER a SET DEFAULT 3;

-- probe a check more
-- differs unexpected constraint public.f.ck
ALTER FOREIGN TABLE f ADD CONSTRAINT ck CHECK (a > 0);

-- probe a foreign partition more
-- differs unexpected foreign table public.fp
CREATE FOREIGN TABLE fp PARTITION OF p FOR VALUES FROM (0) TO (9) SERVER dbops_probe_server;
