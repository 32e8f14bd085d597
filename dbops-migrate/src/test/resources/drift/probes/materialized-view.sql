-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a integer, b text, c integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE INDEX m_b ON m (b);
CREATE MATERIALIZED VIEW full_of_options USING other_heap WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false) TABLESPACE dbops_probe_space AS SELECT a, b FROM t WITH NO DATA;
ALTER MATERIALIZED VIEW full_of_options ALTER b SET STATISTICS 7, ALTER b SET STORAGE EXTERNAL, ALTER b SET (n_distinct = 3);
CREATE MATERIALIZED VIEW "Ünï çode "" quote" AS SELECT a AS "select" FROM t;
CREATE MATERIALIZED VIEW upon AS SELECT b FROM m;
CREATE INDEX upon_b ON upon (b);
CLUSTER upon USING upon_b;
CREATE VIEW v AS SELECT a FROM m;
COMMENT ON MATERIALIZED VIEW m IS 'kept';
COMMENT ON COLUMN m.a IS 'kept too';
GRANT SELECT ON m TO dbops_probe_a;

-- probe a materialized view more
-- differs unexpected materialized view public.more
CREATE MATERIALIZED VIEW more (x, "y z") USING other_heap WITH (fillfactor = 70, toast.autovacuum_enabled = false) TABLESPACE dbops_probe_space AS SELECT a, b FROM t; CREATE INDEX ON more (x);

-- probe a materialized view more that is not populated
-- differs unexpected materialized view public.more
CREATE MATERIALIZED VIEW more AS SELECT * FROM v WITH NO DATA;

-- probe a materialized view with settings of columns more
-- differs unexpected materialized view public.more
CREATE MATERIALIZED VIEW more AS SELECT b FROM t; ALTER MATERIALIZED VIEW more ALTER b SET STATISTICS 7, ALTER b SET STORAGE MAIN, ALTER b SET (n_distinct = 3); COMMENT ON COLUMN more.b IS 'x';

-- probe a materialized view less
-- differs missing materialized view public.full_of_options
DROP MATERIALIZED VIEW full_of_options;

-- probe an odd materialized view less
-- differs missing materialized view public.Ünï çode " quote
DROP MATERIALIZED VIEW "Ünï çode "" quote";

-- probe a materialized view renamed
-- differs missing materialized view public.upon
-- differs unexpected materialized view public.other
ALTER MATERIALIZED VIEW upon RENAME TO other;

-- probe the definition of one that others read
-- differs changed materialized view public.m: definition
DROP MATERIALIZED VIEW m CASCADE;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t WHERE a > 0;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE INDEX m_b ON m (b);
CREATE MATERIALIZED VIEW upon AS SELECT b FROM m;
CREATE INDEX upon_b ON upon (b);
CLUSTER upon USING upon_b;
CREATE VIEW v AS SELECT a FROM m;
COMMENT ON MATERIALIZED VIEW m IS 'kept';
COMMENT ON COLUMN m.a IS 'kept too';
GRANT SELECT ON m TO dbops_probe_a;

-- probe the name of a column
-- differs changed materialized view public.full_of_options: definition
ALTER MATERIALIZED VIEW full_of_options RENAME a TO z;

-- probe populated
-- differs changed materialized view public.full_of_options: not populated
REFRESH MATERIALIZED VIEW full_of_options;

-- probe not populated
-- differs changed materialized view public.m: not populated
REFRESH MATERIALIZED VIEW m WITH NO DATA;

-- probe an access method
-- since 15
-- differs changed materialized view public.m: access method
ALTER MATERIALIZED VIEW m SET ACCESS METHOD other_heap;

-- probe an access method less
-- differs changed materialized view public.Ünï çode " quote: access method
DROP MATERIALIZED VIEW "Ünï çode "" quote"; CREATE MATERIALIZED VIEW "Ünï çode "" quote" USING other_heap AS SELECT a AS "select" FROM t;

-- probe a tablespace
-- differs changed materialized view public.m: tablespace
ALTER MATERIALIZED VIEW m SET TABLESPACE dbops_probe_space;

-- probe a tablespace less
-- differs changed materialized view public.full_of_options: tablespace
ALTER MATERIALIZED VIEW full_of_options SET TABLESPACE pg_default;

-- probe a storage parameter
-- differs changed materialized view public.m: option fillfactor
ALTER MATERIALIZED VIEW m SET (fillfactor = 50);

-- probe a storage parameter changed
-- differs changed materialized view public.full_of_options: option fillfactor
ALTER MATERIALIZED VIEW full_of_options SET (fillfactor = 50);

-- probe a storage parameter less
-- differs changed materialized view public.full_of_options: option fillfactor
ALTER MATERIALIZED VIEW full_of_options RESET (fillfactor);

-- probe a storage parameter of long values less
-- differs changed materialized view public.full_of_options: option toast autovacuum_enabled
ALTER MATERIALIZED VIEW full_of_options RESET (toast.autovacuum_enabled);

-- probe an index more
-- differs unexpected index public.m.more
CREATE INDEX more ON m (a, b);

-- probe an index less
-- differs missing index public.m.m_b
DROP INDEX m_b;

-- probe an index that it is clustered by
-- differs changed index public.m.m_a: clustered
ALTER MATERIALIZED VIEW m CLUSTER ON m_a;

-- probe no index that it is clustered by
-- differs changed index public.upon.upon_b: clustered
ALTER MATERIALIZED VIEW upon SET WITHOUT CLUSTER;

-- probe the statistics target of a column
-- differs unexpected view column public.m.a
ALTER MATERIALIZED VIEW m ALTER a SET STATISTICS 9;

-- probe the statistics target of a column changed
-- differs changed view column public.full_of_options.b: statistics target
ALTER MATERIALIZED VIEW full_of_options ALTER b SET STATISTICS 9;

-- probe the statistics target of a column less
-- differs changed view column public.full_of_options.b: statistics target
ALTER MATERIALIZED VIEW full_of_options ALTER b SET STATISTICS -1;

-- probe the storage of a column
-- differs unexpected view column public.m.b
ALTER MATERIALIZED VIEW m ALTER b SET STORAGE PLAIN;

-- probe the storage of a column changed
-- differs changed view column public.full_of_options.b: storage
ALTER MATERIALIZED VIEW full_of_options ALTER b SET STORAGE MAIN;

-- probe the storage of a column less
-- differs changed view column public.full_of_options.b: storage
ALTER MATERIALIZED VIEW full_of_options ALTER b SET STORAGE EXTENDED;

-- probe the compression of a column
-- since 14
-- differs changed view column public.full_of_options.b: compression
ALTER MATERIALIZED VIEW full_of_options ALTER b SET COMPRESSION pglz;

-- probe an option of a column
-- differs unexpected view column public.m.a
ALTER MATERIALIZED VIEW m ALTER a SET (n_distinct = 9);

-- probe an option of a column changed
-- differs changed view column public.full_of_options.b: option n_distinct
ALTER MATERIALIZED VIEW full_of_options ALTER b SET (n_distinct = 9);

-- probe an option of a column less
-- differs changed view column public.full_of_options.b: option n_distinct
ALTER MATERIALIZED VIEW full_of_options ALTER b RESET (n_distinct);

-- probe all settings of a column less
-- differs missing view column public.full_of_options.b
ALTER MATERIALIZED VIEW full_of_options ALTER b SET STATISTICS -1, ALTER b SET STORAGE EXTENDED, ALTER b RESET (n_distinct);

-- probe the owner
-- differs changed owner materialized view.public.upon: role
ALTER MATERIALIZED VIEW upon OWNER TO dbops_probe_a;

-- probe a grant
-- differs unexpected grant materialized view.public.upon.dbops_probe_a
GRANT SELECT ON upon TO dbops_probe_a WITH GRANT OPTION;

-- probe a grant less
-- differs missing grant materialized view.public.m.dbops_probe_a
REVOKE ALL ON m FROM dbops_probe_a;

-- probe a comment
-- differs unexpected comment materialized view.public.upon
COMMENT ON MATERIALIZED VIEW upon IS 'it''s';

-- probe a comment less
-- differs missing comment materialized view.public.m
COMMENT ON MATERIALIZED VIEW m IS NULL;

-- probe the comment of a column
-- differs unexpected comment view column.public.m.b
COMMENT ON COLUMN m.b IS 'x';

-- probe the comment of a column less
-- differs missing comment view column.public.m.a
COMMENT ON COLUMN m.a IS NULL;
