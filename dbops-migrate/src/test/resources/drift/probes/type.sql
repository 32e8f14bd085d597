-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE empty AS ENUM ();
CREATE TYPE "Ünï çode "" quote" AS ENUM ('it''s', 'back\slash', 'select');
CREATE TABLE person (id integer, m mood DEFAULT 'ok', all_moods mood[], CHECK (m <> 'sad'));
INSERT INTO person VALUES (1, 'ok', '{ok,happy}');
CREATE VIEW happy AS SELECT id FROM person WHERE m = 'happy';
CREATE FUNCTION is_happy(m mood) RETURNS boolean LANGUAGE sql AS $$ SELECT m = 'happy' $$;
CREATE DOMAIN amount AS numeric(10,2) DEFAULT 0 CONSTRAINT positive CHECK (VALUE >= 0);
CREATE DOMAIN required AS text NOT NULL;
CREATE DOMAIN plain AS text;
CREATE DOMAIN "select" AS varchar(10) COLLATE "C";
CREATE TABLE payment (id integer, a amount DEFAULT 7);
INSERT INTO payment VALUES (1, 3);
CREATE TYPE address AS (street text, zip varchar(5), "from" text COLLATE "C");
CREATE TYPE span AS RANGE (subtype = integer);
CREATE TYPE words AS RANGE (subtype = text, collation = "C");
CREATE TYPE later;

-- probe a label at the end
-- differs changed enum public.mood: members
ALTER TYPE mood ADD VALUE 'merry';

-- probe a label before another
-- differs changed enum public.mood: members
ALTER TYPE mood ADD VALUE 'fine' BEFORE 'happy';

-- probe a label before all others
-- differs changed enum public.mood: members
ALTER TYPE mood ADD VALUE 'it''s bad' BEFORE 'sad';

-- probe a label after another
-- differs changed enum public.mood: members
ALTER TYPE mood ADD VALUE 'fine' AFTER 'sad';

-- probe the first label of an enum
-- differs changed enum public.empty: members
ALTER TYPE empty ADD VALUE 'one';

-- probe a label with another name
-- differs changed constraint public.person.person_m_check: expression
-- differs changed enum public.mood: members
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';

-- probe labels in another order
-- differs changed enum public.Ünï çode " quote: members
DROP TYPE "Ünï çode "" quote";
CREATE TYPE "Ünï çode "" quote" AS ENUM ('back\slash', 'it''s', 'select');

-- probe a label less where a column has the type
-- differs changed enum public.mood: members
ALTER TYPE mood ADD VALUE 'never' AFTER 'ok';

-- probe an enum more
-- differs unexpected enum public.size
CREATE TYPE size AS ENUM ('s', 'm', 'l');

-- probe an enum less
-- differs missing enum public.empty
DROP TYPE empty;

-- probe an enum of another name
-- differs missing enum public.empty
-- differs unexpected enum public.void
ALTER TYPE empty RENAME TO void;

-- probe an enum in another schema
-- differs missing enum public.empty
-- differs unexpected schema other
CREATE SCHEMA other;
ALTER TYPE empty SET SCHEMA other;

-- probe the owner of an enum
-- differs changed owner enum.public.mood: role
ALTER TYPE mood OWNER TO dbops_probe_a;

-- probe a right to an enum
-- differs unexpected grant enum.public.mood.dbops_probe_a
GRANT USAGE ON TYPE mood TO dbops_probe_a;

-- probe the comment of an enum
-- differs unexpected comment enum.public.mood
COMMENT ON TYPE mood IS 'how one feels';

-- probe the type of a domain
-- differs changed domain public.amount: type
DROP TABLE payment;
-- differs missing table public.payment
DROP DOMAIN amount;
CREATE DOMAIN amount AS numeric(12,2) DEFAULT 0 CONSTRAINT positive CHECK (VALUE >= 0);

-- probe the type of a domain that a column has
-- differs changed domain constraint public.amount.positive: check
-- differs changed domain public.amount: type
ALTER DOMAIN amount RENAME TO amount_old;
CREATE DOMAIN amount AS bigint DEFAULT 0 CONSTRAINT positive CHECK (VALUE >= 0);
ALTER TABLE payment ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE amount, ALTER COLUMN a SET DEFAULT 7;
DROP DOMAIN amount_old;

-- probe the collation of a domain
-- differs changed domain public.select: collation
DROP DOMAIN "select";
CREATE DOMAIN "select" AS varchar(10) COLLATE "POSIX";

-- probe a domain without its collation
-- differs changed domain public.select: collation
DROP DOMAIN "select";
CREATE DOMAIN "select" AS varchar(10);

-- probe the default of a domain
-- differs changed domain public.amount: default
ALTER DOMAIN amount SET DEFAULT 1;

-- probe a domain without its default
-- differs changed domain public.amount: default
ALTER DOMAIN amount DROP DEFAULT;

-- probe a domain that must not be null
-- differs changed domain public.plain: not null
ALTER DOMAIN plain SET NOT NULL;

-- probe a domain that may be null
-- differs changed domain public.required: not null
ALTER DOMAIN required DROP NOT NULL;

-- probe the name of the constraint that says not null
-- since 17
-- differs changed domain public.required: not null name
ALTER DOMAIN required DROP NOT NULL;
ALTER DOMAIN required ADD CONSTRAINT "must be" NOT NULL;

-- probe a check of a domain more
-- differs unexpected domain constraint public.amount.small
ALTER DOMAIN amount ADD CONSTRAINT small CHECK (VALUE < 1000);

-- probe a check of a domain less
-- differs missing domain constraint public.amount.positive
ALTER DOMAIN amount DROP CONSTRAINT positive;

-- probe another check of a domain
-- differs changed domain constraint public.amount.positive: check
ALTER DOMAIN amount DROP CONSTRAINT positive;
ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0);

-- probe a check of a domain that is not validated
-- differs unvalidated domain constraint public.amount.positive: not valid
ALTER DOMAIN amount DROP CONSTRAINT positive;
ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE >= 0) NOT VALID;

-- probe a check of a domain of another name
-- differs missing domain constraint public.amount.positive
-- differs unexpected domain constraint public.amount.not_negative
ALTER DOMAIN amount RENAME CONSTRAINT positive TO not_negative;

-- probe the comment of a check of a domain
-- differs unexpected comment domain constraint.public.amount.positive
COMMENT ON CONSTRAINT positive ON DOMAIN amount IS 'x';

-- probe a domain more
-- differs unexpected domain public.email
CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT at CHECK (VALUE LIKE '%@%');

-- probe a domain less
-- differs missing domain public.required
DROP DOMAIN required;

-- probe the owner of a domain
-- differs changed owner domain.public.plain: role
ALTER DOMAIN plain OWNER TO dbops_probe_a;

-- probe a right to a domain
-- differs unexpected grant domain.public.plain.dbops_probe_a
GRANT USAGE ON DOMAIN plain TO dbops_probe_a WITH GRANT OPTION;

-- probe the comment of a domain
-- differs unexpected comment domain.public.plain
COMMENT ON DOMAIN plain IS 'x';

-- probe a composite type more
-- differs unexpected composite type public.place
CREATE TYPE place AS (x float8, y float8, "Ünï çode "" quote" mood[]);

-- probe a composite type less
-- differs missing composite type public.address
DROP TYPE address;

-- probe an attribute more
-- differs unexpected attribute public.address.country
ALTER TYPE address ADD ATTRIBUTE country text COLLATE "C";

-- probe an attribute less
-- differs missing attribute public.address.from
ALTER TYPE address DROP ATTRIBUTE "from";

-- probe the type of an attribute
-- differs changed attribute public.address.zip: type
ALTER TYPE address ALTER ATTRIBUTE zip TYPE varchar(8);

-- probe the collation of an attribute
-- differs changed attribute public.address.from: collation
ALTER TYPE address ALTER ATTRIBUTE "from" TYPE text;

-- probe attributes in another order
-- differs reordered composite type public.address
-- by hand no statement changes the order of attributes
DROP TYPE address;
CREATE TYPE address AS (zip varchar(5), street text, "from" text COLLATE "C");

-- probe the comment of an attribute
-- differs unexpected comment attribute.public.address.zip
COMMENT ON COLUMN address.zip IS 'x';

-- probe the owner of a composite type
-- differs changed owner composite type.public.address: role
ALTER TYPE address OWNER TO dbops_probe_a;

-- probe a right to a composite type
-- differs unexpected grant composite type.public.address.dbops_probe_a
GRANT USAGE ON TYPE address TO dbops_probe_a;

-- probe a composite type of which a column is
-- differs unexpected composite type public.pair
-- differs unexpected table public.pairs
CREATE TYPE pair AS (a integer, b integer);
CREATE TABLE pairs (p pair, q pair[]);

-- probe the subtype of a range
-- differs changed range type public.span: subtype
DROP TYPE span;
CREATE TYPE span AS RANGE (subtype = bigint);

-- probe the operator class of a range
-- differs changed range type public.words: subtype_opclass
DROP TYPE words;
CREATE TYPE words AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);

-- probe the collation of a range
-- differs changed range type public.words: collation
DROP TYPE words;
CREATE TYPE words AS RANGE (subtype = text);

-- probe the difference of a range
-- differs changed range type public.span: subtype_diff
DROP TYPE span;
CREATE TYPE span AS RANGE (subtype = integer, subtype_diff = int4range_subdiff);

-- probe the canonical function of a range
-- differs changed range type public.span: canonical
-- differs unexpected function public.to_canonical(public.span)
DROP TYPE span;
CREATE TYPE span;
CREATE FUNCTION to_canonical(span) RETURNS span LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE span AS RANGE (subtype = integer, canonical = to_canonical);

-- probe the name of a multirange
-- since 14
-- differs changed range type public.span: multirange_type_name
DROP TYPE span;
CREATE TYPE span AS RANGE (subtype = integer, multirange_type_name = spans);

-- probe a range type more
-- differs unexpected range type public.timerange
CREATE TYPE timerange AS RANGE (subtype = time);

-- probe a range type less
-- differs missing range type public.words
DROP TYPE words;

-- probe the type of a range that a column has
-- differs changed range type public.span: subtype
-- differs unexpected table public.spans
DROP TYPE span;
CREATE TYPE span AS RANGE (subtype = bigint);
CREATE TABLE spans (s span DEFAULT '[1,2)');

-- probe the owner of a range type
-- differs changed owner range type.public.span: role
ALTER TYPE span OWNER TO dbops_probe_a;

-- probe a shell type more
-- differs unexpected shell type public.soon
CREATE TYPE soon;

-- probe a shell type less
-- differs missing shell type public.later
DROP TYPE later;

-- probe a base type more
-- differs unexpected base type public.code
-- differs unexpected function public.code_in(cstring)
-- differs unexpected function public.code_out(public.code)
CREATE TYPE code;
CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE code (input = code_in, output = code_out, internallength = 4, passedbyvalue, category = 'N', preferred = false, default = '7', delimiter = ';');

-- probe an enum that an attribute, a domain's check and an array have
-- differs unexpected composite type public.felt
-- differs unexpected domain public.good_mood
-- differs unexpected table public.diary
CREATE TYPE felt AS (at date, m mood, "all" mood[]);
CREATE DOMAIN good_mood AS mood CHECK (VALUE <> 'sad');
CREATE TABLE diary (f felt, g good_mood[] DEFAULT '{ok}');
