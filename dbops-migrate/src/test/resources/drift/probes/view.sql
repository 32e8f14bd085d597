-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW upon AS SELECT a FROM v;
CREATE VIEW full_of_options WITH (security_barrier) AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW "Ünï çode "" quote" AS SELECT a AS "select" FROM t;

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
