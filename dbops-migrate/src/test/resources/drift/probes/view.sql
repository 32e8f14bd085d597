-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW upon AS SELECT a FROM v;
CREATE VIEW full_of_options WITH (security_barrier) AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW "Ünï çode "" quote" AS SELECT a AS "select" FROM t;
ALTER VIEW full_of_options ALTER a SET DEFAULT 7;
COMMENT ON COLUMN full_of_options.a IS 'kept';

-- probe a view more
-- differs unexpected view public.more
CREATE VIEW more WITH (security_barrier) AS SELECT b FROM t WITH CASCADED CHECK OPTION;

-- probe a view less
-- differs missing view public.upon
DROP VIEW upon;

-- probe an odd view less
-- differs missing view public.Ünï çode " quote
DROP VIEW "Ünï çode "" quote";

-- probe a view renamed
-- differs missing view public.upon
-- differs unexpected view public.other
ALTER VIEW upon RENAME TO other;

-- probe the definition of a view that another reads
-- differs changed view public.v: definition
CREATE OR REPLACE VIEW v AS SELECT a FROM t WHERE a > 1;

-- probe a column of a view more
-- differs changed view public.upon: definition
CREATE OR REPLACE VIEW upon AS SELECT a, 1 AS one FROM v;

-- probe a security barrier more
-- differs changed view public.v: option security_barrier
ALTER VIEW v SET (security_barrier = true);

-- probe a security barrier less
-- differs changed view public.full_of_options: option security_barrier
ALTER VIEW full_of_options RESET (security_barrier);

-- probe a security invoker
-- since 15
-- differs changed view public.v: option security_invoker
ALTER VIEW v SET (security_invoker = true);

-- probe a check option more
-- differs changed view public.v: option check_option
ALTER VIEW v SET (check_option = 'cascaded');

-- probe a check option changed
-- differs changed view public.full_of_options: option check_option
ALTER VIEW full_of_options SET (check_option = 'cascaded');

-- probe the comment of a view
-- differs unexpected comment view.public.v
COMMENT ON VIEW v IS 'x';

-- probe a grant on a view
-- differs unexpected grant view.public.v.dbops_probe_a
GRANT SELECT ON v TO dbops_probe_a;

-- probe the owner of a view
-- differs changed owner view.public.v: role
ALTER VIEW v OWNER TO dbops_probe_a;

-- probe a view that reads itself
-- differs unexpected view public.more
CREATE RECURSIVE VIEW more (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 9;

-- probe a view of a materialized view
-- differs unexpected materialized view public.m
-- differs unexpected view public.more
CREATE MATERIALIZED VIEW m AS SELECT a FROM upon; CREATE VIEW more AS SELECT a FROM m;

-- probe the definition and an option of a view
-- differs changed view public.v: definition, option security_barrier
CREATE OR REPLACE VIEW v WITH (security_barrier) AS SELECT a FROM t WHERE a > 1;

-- probe the type of a column of a view
-- differs changed view public.upon: definition
DROP VIEW upon; CREATE VIEW upon AS SELECT a::bigint AS a FROM v;

-- probe the name of a column of a view
-- differs changed view public.upon: definition
ALTER TABLE upon RENAME a TO b;

-- probe the default of a column of a view
-- differs unexpected view column public.v.a
ALTER VIEW v ALTER a SET DEFAULT 3;

-- probe the default of a column of a view changed
-- differs changed view column public.full_of_options.a: default
ALTER VIEW full_of_options ALTER a SET DEFAULT 8;

-- probe the default of a column of a view less
-- differs missing view column public.full_of_options.a
ALTER VIEW full_of_options ALTER a DROP DEFAULT;

-- probe a view with the default of a column more
-- differs unexpected view public.more
CREATE VIEW more AS SELECT a, b FROM t; ALTER VIEW more ALTER b SET DEFAULT 'x'; COMMENT ON COLUMN more.b IS 'y';

-- probe the comment of a column of a view
-- differs unexpected comment view column.public.v.a
COMMENT ON COLUMN v.a IS 'x';

-- probe the comment of a column of a view less
-- differs missing comment view column.public.full_of_options.a
COMMENT ON COLUMN full_of_options.a IS NULL;

-- probe views that read each other
-- differs unexpected view public.one
-- differs unexpected view public.two
CREATE VIEW one AS SELECT 1 AS x, 'a'::text COLLATE "C" AS y; CREATE VIEW two AS SELECT * FROM one; CREATE OR REPLACE VIEW one WITH (security_barrier) AS SELECT * FROM two;

-- probe a view and a function that need each other
-- differs unexpected function public.f()
-- differs unexpected view public.one
CREATE VIEW one AS SELECT 1 AS x; CREATE FUNCTION f() RETURNS SETOF one LANGUAGE sql AS 'SELECT 1'; CREATE OR REPLACE VIEW one AS SELECT x FROM f();
