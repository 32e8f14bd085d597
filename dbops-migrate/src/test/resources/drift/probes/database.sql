-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TABLE t (a integer);

-- probe a setting of the database
-- differs unexpected setting work_mem
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''7MB''', current_database()); END $$;

-- probe a setting of the database that is a list
-- differs unexpected setting search_path
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = "$user", "Ünï, "" quote", public', current_database()); END $$;

-- probe a setting of a role in the database that is an empty list
-- differs unexpected setting search_path FOR ROLE dbops_probe_a
DO $$ BEGIN EXECUTE format('ALTER ROLE dbops_probe_a IN DATABASE %I SET search_path = ''''', current_database()); END $$;

-- probe a setting of an application
-- differs unexpected setting my.odd_name
DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET my.odd_name = ''a=b $$ it''''s, \ ''', current_database()); END $do$;

-- probe a setting of a role in the database
-- differs unexpected setting statement_timeout FOR ROLE dbops_probe_a
DO $$ BEGIN EXECUTE format('ALTER ROLE dbops_probe_a IN DATABASE %I SET statement_timeout = 5000', current_database()); END $$;

-- probe the comment of the database
-- differs unexpected comment database.itself
DO $do$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS ''it''''s $$ current_database()''', current_database()); END $do$;

-- probe the owner of the database
-- differs changed owner database.itself: role
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO dbops_probe_a', current_database()); END $$;

-- probe a grant on the database
-- differs unexpected grant database.itself.dbops_probe_a
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO dbops_probe_a WITH GRANT OPTION', current_database()); END $$;

-- probe a database that not everybody may connect to
-- differs unexpected grant database.itself.public
DO $$ BEGIN EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database()); END $$;

-- probe how many may connect to the database
-- differs changed database itself: connection limit
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 7', current_database()); END $$;

-- probe a database that is a template
-- only back a template cannot be dropped, as the databases of these tests are
-- differs changed database itself: template
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I IS_TEMPLATE true', current_database()); END $$;

-- probe a security label of the database
-- by hand the server takes labels only while their provider is loaded
-- differs unexpected security label database.itself.selinux
INSERT INTO pg_shseclabel SELECT d.oid, 'pg_database'::regclass, 'selinux', 'x' FROM pg_database d WHERE d.datname = current_database();
