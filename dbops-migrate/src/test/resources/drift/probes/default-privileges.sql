-- given
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a') THEN CREATE ROLE dbops_probe_a; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_b') THEN CREATE ROLE dbops_probe_b; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe for role "ö"') THEN
    CREATE ROLE "dbops_probe for role ""ö""";
  END IF;
END $$;
CREATE SCHEMA s;
CREATE SCHEMA "Ünï çode "" quote";
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT SELECT, INSERT ON TABLES TO dbops_probe_b;
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a IN SCHEMA s GRANT SELECT ON TABLES TO dbops_probe_b WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- probe a right to tables to come
-- differs unexpected grant default privileges.TABLES FOR ROLE dbops_probe_b.public
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_b GRANT SELECT ON TABLES TO PUBLIC;

-- probe a right more to tables to come
-- differs changed grant default privileges.TABLES FOR ROLE dbops_probe_a.dbops_probe_b: DELETE
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT DELETE ON TABLES TO dbops_probe_b;

-- probe a right less to tables to come
-- differs changed grant default privileges.TABLES FOR ROLE dbops_probe_a.dbops_probe_b: INSERT
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a REVOKE INSERT ON TABLES FROM dbops_probe_b;

-- probe no right to tables to come
-- differs missing grant default privileges.TABLES FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a REVOKE ALL ON TABLES FROM dbops_probe_b;

-- probe a right to tables to come that may be granted further
-- differs changed grant default privileges.TABLES FOR ROLE dbops_probe_a.dbops_probe_b: SELECT
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT SELECT ON TABLES TO dbops_probe_b WITH GRANT OPTION;

-- probe a right of the role itself less
-- differs unexpected grant default privileges.TABLES FOR ROLE dbops_probe_a.dbops_probe_a
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a REVOKE DELETE ON TABLES FROM dbops_probe_a;

-- probe a right to tables to come in a schema
-- differs unexpected grant default privileges in schema.Ünï çode " quote.TABLES FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a IN SCHEMA "Ünï çode "" quote" GRANT UPDATE ON TABLES TO dbops_probe_b;

-- probe a right in a schema that may not be granted further
-- differs changed grant default privileges in schema.s.TABLES FOR ROLE dbops_probe_a.dbops_probe_b: SELECT
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a IN SCHEMA s REVOKE GRANT OPTION FOR SELECT ON TABLES FROM dbops_probe_b;

-- probe no right in a schema
-- differs missing grant default privileges in schema.s.TABLES FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a IN SCHEMA s REVOKE SELECT ON TABLES FROM dbops_probe_b;

-- probe a schema with rights to what is to come
-- differs unexpected schema more
CREATE SCHEMA more;
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a IN SCHEMA more GRANT SELECT ON TABLES TO dbops_probe_b;

-- probe a schema less with rights to what is to come
-- differs missing schema s
DROP SCHEMA s;

-- probe a right to sequences to come
-- differs unexpected grant default privileges.SEQUENCES FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT USAGE ON SEQUENCES TO dbops_probe_b;

-- probe a right to functions to come
-- differs unexpected grant default privileges.FUNCTIONS FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT EXECUTE ON FUNCTIONS TO dbops_probe_b;

-- probe that everybody may call functions to come again
-- differs missing grant default privileges.FUNCTIONS FOR ROLE dbops_probe_a.public
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- probe that not everybody may use types to come
-- differs unexpected grant default privileges.TYPES FOR ROLE dbops_probe_a.public
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a REVOKE USAGE ON TYPES FROM PUBLIC;

-- probe a right to schemas to come
-- differs unexpected grant default privileges.SCHEMAS FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT USAGE, CREATE ON SCHEMAS TO dbops_probe_b;

-- probe a right to large objects to come
-- since 18
-- differs unexpected grant default privileges.LARGE OBJECTS FOR ROLE dbops_probe_a.dbops_probe_b
ALTER DEFAULT PRIVILEGES FOR ROLE dbops_probe_a GRANT SELECT ON LARGE OBJECTS TO dbops_probe_b;

-- probe a right to what an odd role will make
-- differs unexpected grant default privileges.TABLES FOR ROLE "dbops_probe for role ""ö""".dbops_probe for role "ö"
ALTER DEFAULT PRIVILEGES FOR ROLE "dbops_probe for role ""ö""" REVOKE TRUNCATE ON TABLES FROM "dbops_probe for role ""ö""";
