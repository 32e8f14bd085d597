-- Types upon types.
CREATE SCHEMA types;
CREATE TYPE types.mood AS ENUM ('sad', 'ok');
CREATE TYPE types.pair AS (m types.mood, n numeric(5,2), t text COLLATE "C");
CREATE DOMAIN types.moods AS types.mood[] DEFAULT '{ok}' CHECK (array_length(VALUE, 1) < 9);
CREATE DOMAIN types.pairs AS types.pair[] CONSTRAINT any_at_all CHECK (VALUE[1] IS NOT NULL);
CREATE TYPE types.nest AS (p types.pairs, q types.pair, moods types.moods);
CREATE DOMAIN types.deep AS types.nest CHECK ((VALUE).q IS NOT NULL);
CREATE DOMAIN types.deeper AS types.deep NOT NULL;
CREATE DOMAIN types.array_of_deeper AS types.deeper[];
CREATE TYPE types.span AS RANGE (subtype = numeric);
CREATE FUNCTION types.apart(date, date) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT ($1 - $2)::double precision';
CREATE TYPE types.days AS RANGE (subtype = date, subtype_diff = types.apart);
CREATE TYPE types.texts AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE TYPE types.spans AS RANGE (subtype = integer, multirange_type_name = types.many_spans); -- since 14
CREATE TABLE types.uses (
  a types.array_of_deeper, b types.span DEFAULT '[1,2]', c types.days[], d types.nest, e types.mood DEFAULT 'ok', f types.moods
);
CREATE FUNCTION types.valid(types.uses) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.e = ''ok''';
CREATE DOMAIN types.checked AS integer;
CREATE FUNCTION types.is_fine(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE DOMAIN types.fine AS integer CHECK (types.is_fine(VALUE)) CHECK (VALUE < 10) DEFAULT 3;
ALTER DOMAIN types.fine ADD CONSTRAINT later CHECK (VALUE <> 5) NOT VALID;
CREATE TYPE types.of_table AS (u types.uses, us types.uses[]);
DO $$ BEGIN
  CREATE TYPE types.code;
  CREATE FUNCTION types.code_in(cstring) RETURNS types.code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
  CREATE FUNCTION types.code_out(types.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
  CREATE TYPE types.code (input = types.code_in, output = types.code_out, internallength = 4, passedbyvalue, alignment = int4, category = 'N', preferred = false, delimiter = ';');
END $$;
CREATE TABLE types.coded (c types.code, cs types.code[]);
CREATE TYPE types.shell;
CREATE FUNCTION types.to_pair(types.mood) RETURNS types.pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, 0, '''')::types.pair';
CREATE CAST (types.mood AS types.pair) WITH FUNCTION types.to_pair(types.mood) AS ASSIGNMENT;
CREATE CAST (types.pair AS text) WITH INOUT AS IMPLICIT;
CREATE FUNCTION types.same(types.pair, types.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n = ($2).n';
CREATE FUNCTION types.before(types.pair, types.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n < ($2).n';
CREATE FUNCTION types.compare(types.pair, types.pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR types.=== (LEFTARG = types.pair, RIGHTARG = types.pair, FUNCTION = types.same, COMMUTATOR = OPERATOR(types.===), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR types.<<< (LEFTARG = types.pair, RIGHTARG = types.pair, FUNCTION = types.before);
CREATE OPERATOR FAMILY types.pair_ops USING btree;
CREATE OPERATOR CLASS types.pair_class FOR TYPE types.pair USING btree FAMILY types.pair_ops AS OPERATOR 1 types.<<<, OPERATOR 3 types.===, FUNCTION 1 types.compare(types.pair, types.pair);
CREATE TABLE types.indexed (p types.pair, CONSTRAINT one EXCLUDE USING btree (p types.pair_class WITH OPERATOR(types.===)));
CREATE INDEX by_class ON types.indexed (p types.pair_class);
CREATE COLLATION types.swedish (provider = icu, locale = 'sv', deterministic = false);
CREATE COLLATION types."Posix" (locale = 'C');
CREATE TABLE types.collated (a text COLLATE types.swedish, b text COLLATE types."Posix" DEFAULT ('a' COLLATE types."Posix"));
CREATE INDEX collated_b ON types.collated (b COLLATE types.swedish);
CREATE CONVERSION types.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH DICTIONARY types.stems (TEMPLATE = snowball, LANGUAGE = german, STOPWORDS = german);
CREATE TEXT SEARCH CONFIGURATION types.search (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION types.search ALTER MAPPING FOR asciiword WITH types.stems, simple;
CREATE TABLE types.searched (t text);
CREATE INDEX searched_t ON types.searched USING gin (to_tsvector('types.search', t));
