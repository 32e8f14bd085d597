-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE COLLATION swedish (provider = icu, locale = 'sv');
CREATE COLLATION "Ünï çode "" quote" (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE LANGUAGE pl HANDLER plpgsql_call_handler;
CREATE TRUSTED LANGUAGE "select" HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TABLE measure (a integer, b integer, "from" text, d date);
CREATE STATISTICS together ON a, b FROM measure;
CREATE STATISTICS "Ünï çode "" statistics" (ndistinct, mcv) ON b, "from" FROM measure;

-- probe a collation more
-- differs unexpected collation public.german
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);

-- probe a collation less
-- differs missing collation public.swedish
DROP COLLATION swedish;

-- probe the locale of a collation
-- differs changed collation public.swedish: locale
DROP COLLATION swedish;
CREATE COLLATION swedish (provider = icu, locale = 'da');

-- probe a collation that is not deterministic
-- differs changed collation public.swedish: deterministic
DROP COLLATION swedish;
CREATE COLLATION swedish (provider = icu, locale = 'sv', deterministic = false);

-- probe the rules of a collation
-- since 16
-- differs changed collation public.swedish: rules
DROP COLLATION swedish;
CREATE COLLATION swedish (provider = icu, locale = 'sv', rules = '&V << w <<< W');

-- probe how a collation sorts
-- differs changed collation public.Ünï çode " quote: lc_collate
DROP COLLATION "Ünï çode "" quote";
CREATE COLLATION "Ünï çode "" quote" (provider = libc, lc_collate = 'POSIX', lc_ctype = 'POSIX');

-- probe how a collation knows characters
-- differs changed collation public.Ünï çode " quote: lc_ctype
DROP COLLATION "Ünï çode "" quote";
CREATE COLLATION "Ünï çode "" quote" (provider = libc, lc_collate = 'C', lc_ctype = 'C');

-- probe the provider of a collation
-- since 17
-- differs changed collation public.Ünï çode " quote: lc_collate, lc_ctype, locale, provider
DROP COLLATION "Ünï çode "" quote";
CREATE COLLATION "Ünï çode "" quote" (provider = builtin, locale = 'C.UTF-8');

-- probe a collation that a column has
-- differs unexpected domain public.name
-- differs unexpected collation public.used
CREATE COLLATION used (provider = icu, locale = 'fr');
CREATE DOMAIN name AS text COLLATE used;

-- probe the owner of a collation
-- differs changed owner collation.public.swedish: role
ALTER COLLATION swedish OWNER TO dbops_probe_a;

-- probe the comment of a collation
-- differs unexpected comment collation.public.swedish
COMMENT ON COLLATION swedish IS 'x';

-- probe a conversion more
-- differs unexpected conversion public.back
CREATE DEFAULT CONVERSION back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- probe a conversion less
-- differs missing conversion public.latin
DROP CONVERSION latin;

-- probe a conversion that is the default
-- differs changed conversion public.latin: default
DROP CONVERSION latin;
CREATE DEFAULT CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- probe what a conversion converts
-- differs changed conversion public.latin: function, source
DROP CONVERSION latin;
CREATE CONVERSION latin FOR 'LATIN2' TO 'UTF8' FROM iso8859_to_utf8;

-- probe the target of a conversion
-- differs changed conversion public.latin: function, source, target
DROP CONVERSION latin;
CREATE CONVERSION latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- probe the owner of a conversion
-- differs changed owner conversion.public.latin: role
ALTER CONVERSION latin OWNER TO dbops_probe_a;

-- probe the comment of a conversion
-- differs unexpected comment conversion.public.latin
COMMENT ON CONVERSION latin IS 'x';

-- probe a language more
-- differs unexpected language other
CREATE LANGUAGE other HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;

-- probe a language less
-- differs missing language pl
DROP LANGUAGE pl;

-- probe a trusted language
-- differs changed language pl: trusted
CREATE OR REPLACE TRUSTED LANGUAGE pl HANDLER plpgsql_call_handler;

-- probe the handler of a language
-- differs changed language pl: handler
CREATE FUNCTION call() RETURNS language_handler LANGUAGE internal AS 'fmgr_internal_validator';
-- differs unexpected function public.call()
CREATE OR REPLACE LANGUAGE pl HANDLER call;

-- probe the functions of a language
-- differs changed language select: inline, validator
CREATE OR REPLACE TRUSTED LANGUAGE "select" HANDLER plpgsql_call_handler;

-- probe a function in a language of the user's
-- differs unexpected function public.in_pl()
CREATE FUNCTION in_pl() RETURNS integer LANGUAGE pl AS $$ BEGIN RETURN 1; END $$;

-- probe the owner of a language
-- differs changed owner language.pl: role
ALTER LANGUAGE pl OWNER TO dbops_probe_a;

-- probe a right to a language
-- differs unexpected grant language.select.dbops_probe_a
GRANT USAGE ON LANGUAGE "select" TO dbops_probe_a;

-- probe the comment of a language
-- differs unexpected comment language.select
COMMENT ON LANGUAGE "select" IS 'x';

-- probe an access method more
-- differs unexpected access method tree
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;

-- probe an access method less
-- differs missing access method pile
DROP ACCESS METHOD pile;

-- probe what an access method is for
-- differs changed access method pile: handler, type
DROP ACCESS METHOD pile;
CREATE ACCESS METHOD pile TYPE INDEX HANDLER hashhandler;

-- probe the comment of an access method
-- differs unexpected comment access method.pile
COMMENT ON ACCESS METHOD pile IS 'x';

-- probe a transform more
-- differs unexpected transform FOR text LANGUAGE sql
CREATE TRANSFORM FOR text LANGUAGE sql (TO SQL WITH FUNCTION textrecv(internal));

-- probe a transform less
-- differs missing transform FOR integer LANGUAGE sql
DROP TRANSFORM FOR integer LANGUAGE sql;

-- probe one way of a transform
-- differs changed transform FOR integer LANGUAGE sql: from sql
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (TO SQL WITH FUNCTION int4recv(internal));

-- probe the other way of a transform
-- differs changed transform FOR integer LANGUAGE sql: to sql
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));

-- probe a function that transforms
-- differs unexpected function public.transformed(integer)
CREATE FUNCTION transformed(integer) RETURNS integer TRANSFORM FOR TYPE integer LANGUAGE sql AS $$ SELECT $1 $$;

-- probe the comment of a transform
-- differs unexpected comment transform.FOR integer LANGUAGE sql
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'x';

-- probe statistics more
-- differs unexpected statistics public.more
CREATE STATISTICS more (dependencies) ON a, "from", d FROM measure;

-- probe statistics less
-- differs missing statistics public.together
DROP STATISTICS together;

-- probe the kinds of statistics
-- differs changed statistics public.together: kinds
DROP STATISTICS together;
CREATE STATISTICS together (mcv) ON a, b FROM measure;

-- probe the columns of statistics
-- differs changed statistics public.together: columns
DROP STATISTICS together;
CREATE STATISTICS together ON a, b, d FROM measure;

-- probe the expressions of statistics
-- since 14
-- differs changed statistics public.together: columns, expressions
DROP STATISTICS together;
CREATE STATISTICS together ON a, (a + b) FROM measure;

-- probe the table of statistics
-- differs changed statistics public.together: table
-- differs unexpected table public.other
CREATE TABLE other (a integer, b integer);
DROP STATISTICS together;
CREATE STATISTICS together ON a, b FROM other;

-- probe the target of statistics
-- since 13
-- differs changed statistics public.together: statistics target
ALTER STATISTICS together SET STATISTICS 500;

-- probe statistics of a table that is dropped
-- differs missing statistics public.Ünï çode " statistics
-- differs missing statistics public.together
-- differs missing table public.measure
DROP TABLE measure;

-- probe the owner of statistics
-- differs changed owner statistics.public.together: role
ALTER STATISTICS together OWNER TO dbops_probe_a;

-- probe the comment of statistics
-- differs unexpected comment statistics.public.together
COMMENT ON STATISTICS together IS 'x';
