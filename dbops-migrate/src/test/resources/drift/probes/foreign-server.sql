-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_super')
  THEN CREATE ROLE dbops_probe_super SUPERUSER; END IF; END $$;
CREATE FUNCTION validate(text[], oid) RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION "Validate too"(text[], oid) RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE FOREIGN DATA WRAPPER w;
CREATE FOREIGN DATA WRAPPER full_of_options VALIDATOR validate OPTIONS (a '1', b 'it''s');
CREATE FOREIGN DATA WRAPPER "Ünï çode "" quote";
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE SERVER full_of_options TYPE 'kind' VERSION '1.0' FOREIGN DATA WRAPPER full_of_options OPTIONS (host 'far', port '1', password 'hidden one');
CREATE SERVER "Ünï çode "" quote" FOREIGN DATA WRAPPER "Ünï çode "" quote";
CREATE USER MAPPING FOR postgres SERVER full_of_options OPTIONS (user 'me', password 'hidden two');
CREATE USER MAPPING FOR PUBLIC SERVER full_of_options;
CREATE FOREIGN TABLE f (a integer) SERVER full_of_options OPTIONS (table_name 'x');
COMMENT ON FOREIGN DATA WRAPPER w IS 'kept';
COMMENT ON SERVER full_of_options IS 'kept';
GRANT USAGE ON FOREIGN SERVER full_of_options TO dbops_probe_a;

-- probe a wrapper more
-- differs unexpected foreign data wrapper more
CREATE FOREIGN DATA WRAPPER more VALIDATOR "Validate too" OPTIONS ("Größe" '1');

-- probe a wrapper and a server more
-- differs unexpected foreign data wrapper more
-- differs unexpected foreign server more
-- differs unexpected foreign table public.more
CREATE FOREIGN DATA WRAPPER more; CREATE SERVER more FOREIGN DATA WRAPPER more; CREATE USER MAPPING FOR PUBLIC SERVER more; CREATE FOREIGN TABLE more (a integer) SERVER more;

-- probe a wrapper less
-- differs missing foreign data wrapper w
-- differs missing foreign server s
DROP FOREIGN DATA WRAPPER w CASCADE;

-- probe an odd wrapper less
-- differs missing foreign data wrapper Ünï çode " quote
-- differs missing foreign server Ünï çode " quote
DROP FOREIGN DATA WRAPPER "Ünï çode "" quote" CASCADE;

-- probe a wrapper renamed
-- differs changed foreign server s: wrapper
-- differs missing foreign data wrapper w
-- differs unexpected foreign data wrapper other
ALTER FOREIGN DATA WRAPPER w RENAME TO other;

-- probe a validator
-- differs changed foreign data wrapper w: validator
ALTER FOREIGN DATA WRAPPER w VALIDATOR validate;

-- probe a validator changed
-- differs changed foreign data wrapper full_of_options: validator
ALTER FOREIGN DATA WRAPPER full_of_options VALIDATOR "Validate too";

-- probe a validator unset
-- differs changed foreign data wrapper full_of_options: validator
ALTER FOREIGN DATA WRAPPER full_of_options NO VALIDATOR;

-- probe an option of a wrapper
-- differs changed foreign data wrapper w: option a
ALTER FOREIGN DATA WRAPPER w OPTIONS (ADD a '1');

-- probe an option of a wrapper changed
-- differs changed foreign data wrapper full_of_options: option a
ALTER FOREIGN DATA WRAPPER full_of_options OPTIONS (SET a '2');

-- probe an option of a wrapper unset
-- differs changed foreign data wrapper full_of_options: option a
ALTER FOREIGN DATA WRAPPER full_of_options OPTIONS (DROP a);

-- probe the owner of a wrapper
-- differs changed owner foreign data wrapper.w: role
ALTER FOREIGN DATA WRAPPER w OWNER TO dbops_probe_super;

-- probe a grant on a wrapper
-- differs unexpected grant foreign data wrapper.w.dbops_probe_a
GRANT USAGE ON FOREIGN DATA WRAPPER w TO dbops_probe_a WITH GRANT OPTION;

-- probe a comment on a wrapper
-- differs unexpected comment foreign data wrapper.full_of_options
COMMENT ON FOREIGN DATA WRAPPER full_of_options IS 'x';

-- probe a comment on a wrapper less
-- differs missing comment foreign data wrapper.w
COMMENT ON FOREIGN DATA WRAPPER w IS NULL;

-- probe a server more
-- differs unexpected foreign server more
CREATE SERVER more TYPE 'it''s' VERSION '2' FOREIGN DATA WRAPPER "Ünï çode "" quote" OPTIONS ("Größe" '1', secret 'hidden three');

-- probe a server less
-- differs missing foreign server s
DROP SERVER s;

-- probe a server less with what is on it
-- differs missing foreign server full_of_options
-- differs missing foreign table public.f
DROP SERVER full_of_options CASCADE;

-- probe a server renamed
-- differs missing foreign server s
-- differs unexpected foreign server other
ALTER SERVER s RENAME TO other;

-- probe the wrapper of a server
-- differs changed foreign server s: wrapper
DROP SERVER s; CREATE SERVER s FOREIGN DATA WRAPPER full_of_options;

-- probe the type of a server
-- differs changed foreign server s: type
DROP SERVER s; CREATE SERVER s TYPE 'kind' FOREIGN DATA WRAPPER w;

-- probe the version of a server
-- differs changed foreign server s: version
ALTER SERVER s VERSION '2.0';

-- probe the version of a server changed
-- differs changed foreign server full_of_options: version
ALTER SERVER full_of_options VERSION '2.0';

-- probe the version of a server unset
-- differs changed foreign server full_of_options: version
ALTER SERVER full_of_options VERSION NULL;

-- probe an option of a server
-- differs changed foreign server s: option host
ALTER SERVER s OPTIONS (ADD host 'near');

-- probe an option of a server changed
-- differs changed foreign server full_of_options: option host
ALTER SERVER full_of_options OPTIONS (SET host 'near');

-- probe an option of a server unset
-- differs changed foreign server full_of_options: option port
ALTER SERVER full_of_options OPTIONS (DROP port);

-- probe a secret of a server
-- differs changed foreign server s: option password
ALTER SERVER s OPTIONS (ADD password 'hidden four');

-- probe the value of a secret is not told
ALTER SERVER full_of_options OPTIONS (SET password 'hidden five');

-- probe the owner of a server
-- differs changed owner foreign server.s: role
ALTER SERVER s OWNER TO dbops_probe_super;

-- probe a grant on a server
-- differs unexpected grant foreign server.s.public
GRANT USAGE ON FOREIGN SERVER s TO PUBLIC;

-- probe a grant on a server less
-- differs missing grant foreign server.full_of_options.dbops_probe_a
REVOKE USAGE ON FOREIGN SERVER full_of_options FROM dbops_probe_a;

-- probe a comment on a server
-- differs unexpected comment foreign server.s
COMMENT ON SERVER s IS 'it''s';

-- probe a comment on a server less
-- differs missing comment foreign server.full_of_options
COMMENT ON SERVER full_of_options IS NULL;

-- probe a user mapping more
-- differs unexpected user mapping s.dbops_probe_a
CREATE USER MAPPING FOR dbops_probe_a SERVER s OPTIONS (user 'x', password 'hidden six');

-- probe a user mapping for everyone more
-- differs unexpected user mapping s.public
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- probe a user mapping less
-- differs missing user mapping full_of_options.postgres
DROP USER MAPPING FOR postgres SERVER full_of_options;

-- probe an option of a user mapping
-- differs changed user mapping full_of_options.public: option user
ALTER USER MAPPING FOR PUBLIC SERVER full_of_options OPTIONS (ADD user 'all');

-- probe an option of a user mapping changed
-- differs changed user mapping full_of_options.postgres: option user
ALTER USER MAPPING FOR postgres SERVER full_of_options OPTIONS (SET user 'other');

-- probe an option of a user mapping unset
-- differs changed user mapping full_of_options.postgres: option user
ALTER USER MAPPING FOR postgres SERVER full_of_options OPTIONS (DROP user);

-- probe a secret of a user mapping unset
-- differs changed user mapping full_of_options.postgres: option password
ALTER USER MAPPING FOR postgres SERVER full_of_options OPTIONS (DROP password);

-- probe the value of a secret of a user mapping is not told
ALTER USER MAPPING FOR postgres SERVER full_of_options OPTIONS (SET password 'hidden seven');
