-- given
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a') THEN CREATE ROLE dbops_probe_a; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_super') THEN CREATE ROLE dbops_probe_super SUPERUSER; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe "ö" owner') THEN
    CREATE ROLE "dbops_probe ""ö"" owner";
  END IF;
END $$;
CREATE SCHEMA s;
CREATE TABLE t (a integer PRIMARY KEY, b integer GENERATED ALWAYS AS IDENTITY);
GRANT SELECT ON t TO dbops_probe_a;
CREATE TABLE parts (a integer) PARTITION BY LIST (a);
CREATE TABLE part PARTITION OF parts DEFAULT;
CREATE VIEW v AS SELECT a FROM t;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (a integer) SERVER far;
CREATE FUNCTION event() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION event();

-- probe the owner of a schema
-- differs changed owner schema.s: role
ALTER SCHEMA s OWNER TO "dbops_probe ""ö"" owner";

-- probe the owner of a table
-- differs changed owner table.public.parts: role
ALTER TABLE parts OWNER TO "dbops_probe ""ö"" owner";

-- probe the owner of a partition
-- differs changed owner table.public.part: role
ALTER TABLE part OWNER TO dbops_probe_a;

-- probe an owner who was granted a right
-- differs changed owner table.public.t: role
-- differs missing grant table.public.t.dbops_probe_a
ALTER TABLE t OWNER TO dbops_probe_a;

-- probe the owner of a view
-- differs changed owner view.public.v: role
ALTER VIEW v OWNER TO dbops_probe_a;

-- probe the owner of a foreign table
-- differs changed owner foreign table.public.ft: role
ALTER FOREIGN TABLE ft OWNER TO dbops_probe_a;

-- probe the owner of a function
-- differs changed owner function.public.event(): role
ALTER FUNCTION event OWNER TO dbops_probe_a;

-- probe the owner of an event trigger
-- differs changed owner event trigger.et: role
ALTER EVENT TRIGGER et OWNER TO dbops_probe_super;

-- probe a table of another owner
-- differs unexpected table public.of_a
CREATE TABLE of_a (a integer);
ALTER TABLE of_a OWNER TO dbops_probe_a;

-- probe an owner who may not do all
-- differs changed owner view.public.v: role
-- differs unexpected grant view.public.v.dbops_probe_a
ALTER VIEW v OWNER TO dbops_probe_a;
REVOKE DELETE ON v FROM dbops_probe_a;

-- probe the owner of the schema public
-- differs unexpected owner schema.public
ALTER SCHEMA public OWNER TO dbops_probe_a;
