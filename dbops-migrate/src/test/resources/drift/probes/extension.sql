-- given
CREATE SCHEMA s;
CREATE SCHEMA "Ünï çode "" quote";
CREATE EXTENSION hstore VERSION '1.4';
CREATE EXTENSION citext SCHEMA s;
CREATE EXTENSION "uuid-ossp";
CREATE TABLE t (a integer, b hstore, c s.citext);
CREATE INDEX ON t USING gist (b);
CREATE FUNCTION own(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';

-- probe an extension more
-- differs unexpected extension pg_trgm
CREATE EXTENSION pg_trgm;

-- probe an extension in a schema
-- differs unexpected extension pg_trgm
CREATE EXTENSION pg_trgm SCHEMA "Ünï çode "" quote";

-- probe an extension less
-- differs missing extension uuid-ossp
DROP EXTENSION "uuid-ossp";

-- probe a new version
-- by hand no script leads back to an older version
-- differs changed extension hstore: version
ALTER EXTENSION hstore UPDATE TO '1.5';

-- probe an extension moved
-- differs changed extension citext: schema
-- differs changed column public.t.c: type
ALTER EXTENSION citext SET SCHEMA public;

-- probe an extension moved that nothing uses
-- differs changed extension uuid-ossp: schema
ALTER EXTENSION "uuid-ossp" SET SCHEMA "Ünï çode "" quote";

-- probe a table with the types of an extension
-- differs unexpected table public.more
CREATE TABLE more (a hstore PRIMARY KEY, b s.citext DEFAULT 'x' CHECK (b = 'X'));

-- probe a function with the types of an extension
-- differs unexpected function public.f(public.hstore)
CREATE FUNCTION f(hstore) RETURNS text LANGUAGE sql AS $$ SELECT $1 -> 'a' $$;

-- probe an extension and what depends on it
-- differs unexpected extension seg
-- differs unexpected table public.more
CREATE EXTENSION seg;
CREATE TABLE more (a seg);

-- probe a function that the extension takes
-- by hand no statement of a migration makes a member of an extension
-- differs missing function public.own(integer)
ALTER EXTENSION hstore ADD FUNCTION own(integer);
