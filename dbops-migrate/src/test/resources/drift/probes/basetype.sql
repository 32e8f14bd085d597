-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE FUNCTION code_modifier(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue);

-- probe a base type less
-- differs missing base type public.code
-- differs missing function public.code_in(cstring)
-- differs missing function public.code_out(public.code)
-- differs missing function public.code_receive(internal)
-- differs missing function public.code_send(public.code)
DROP TYPE code CASCADE;

-- probe how a base type is sent
-- differs changed base type public.code: send
-- since 13
ALTER TYPE code SET (SEND = code_send);

-- probe how a base type is received
-- differs changed base type public.code: receive
-- since 13
ALTER TYPE code SET (RECEIVE = code_receive);

-- probe the modifiers of a base type
-- differs changed base type public.code: typmod_in
-- since 13
ALTER TYPE code SET (TYPMOD_IN = code_modifier);

-- probe the body of a function of a base type
-- differs changed function public.code_in(cstring): strict
CREATE OR REPLACE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE AS 'int4in';

-- probe the owner of a base type
-- differs changed owner base type.public.code: role
ALTER TYPE code OWNER TO dbops_probe_a;

-- probe a right to a base type
-- differs unexpected grant base type.public.code.dbops_probe_a
GRANT USAGE ON TYPE code TO dbops_probe_a;

-- probe the comment of a base type
-- differs unexpected comment base type.public.code
COMMENT ON TYPE code IS 'x';

-- probe the category of a base type
-- differs changed base type public.code: category
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue, category = 'N');

-- probe a preferred base type
-- differs changed base type public.code: category, preferred
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue, category = 'X', preferred = true);

-- probe the default of a base type
-- differs changed base type public.code: default
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue, default = '7');

-- probe the delimiter of a base type
-- differs changed base type public.code: delimiter
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue, delimiter = ';');

-- probe a base type that has collations
-- differs changed base type public.code: collatable
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue, collatable = true);

-- probe the storage of a base type
-- differs changed base type public.code: internallength, passedbyvalue, storage
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = variable, storage = external);

-- probe the alignment of a base type
-- differs changed base type public.code: alignment, internallength, passedbyvalue
DROP TYPE code CASCADE;
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION code_receive(internal) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION code_send(code) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE code (input = code_in, output = code_out, internallength = 8, alignment = double);
