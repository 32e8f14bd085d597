-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TYPE pair AS (a integer, b integer);
CREATE SCHEMA "Ünï çode "" quote";
CREATE FUNCTION eq(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1.a = $2.a $$;
CREATE FUNCTION ne(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1.a <> $2.a $$;
CREATE FUNCTION neg(pair) RETURNS pair LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE FUNCTION cmp(pair, pair) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1.a - $2.a $$;
CREATE FUNCTION to_int(pair) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1.a $$;
CREATE FUNCTION to_int4(pair) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1.b $$;
CREATE OPERATOR === (LEFTARG = pair, RIGHTARG = pair, FUNCTION = eq, COMMUTATOR = ===, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR "Ünï çode "" quote".!! (RIGHTARG = pair, FUNCTION = neg);
CREATE OPERATOR <<< (LEFTARG = pair, RIGHTARG = pair, FUNCTION = ne);
CREATE OPERATOR <<=== (LEFTARG = pair, RIGHTARG = pair, FUNCTION = ne);
CREATE OPERATOR FAMILY loose USING btree;
ALTER OPERATOR FAMILY loose USING btree ADD OPERATOR 1 <<< (pair, pair), FUNCTION 1 (pair, pair) cmp(pair, pair);
CREATE OPERATOR FAMILY pairs USING hash;
CREATE FUNCTION hash(pair) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1.a $$;
CREATE OPERATOR CLASS "select" FOR TYPE pair USING hash FAMILY pairs AS OPERATOR 1 ===, FUNCTION 1 hash(pair);
CREATE CAST (pair AS integer) WITH FUNCTION to_int(pair);

-- probe an operator more
-- differs unexpected operator public.@@@(public.pair, public.pair)
CREATE OPERATOR @@@ (LEFTARG = pair, RIGHTARG = pair, FUNCTION = eq, COMMUTATOR = @@@, NEGATOR = !@@, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);

-- probe two operators that turn each other round
-- differs unexpected operator public.&<(public.pair, public.pair)
-- differs unexpected operator public.&>(public.pair, public.pair)
CREATE OPERATOR &< (LEFTARG = pair, RIGHTARG = pair, FUNCTION = eq, COMMUTATOR = &>);
CREATE OPERATOR &> (LEFTARG = pair, RIGHTARG = pair, FUNCTION = eq, COMMUTATOR = &<);

-- probe an operator less
-- differs missing operator Ünï çode " quote.!!(NONE, public.pair)
DROP OPERATOR "Ünï çode "" quote".!! (NONE, pair);

-- probe the function of an operator
-- differs changed operator public.<<===(public.pair, public.pair): function
DROP OPERATOR <<=== (pair, pair);
CREATE OPERATOR <<=== (LEFTARG = pair, RIGHTARG = pair, FUNCTION = eq);

-- probe the restriction estimator of an operator
-- differs changed operator public.===(public.pair, public.pair): restrict
ALTER OPERATOR === (pair, pair) SET (RESTRICT = neqsel);

-- probe an operator without a restriction estimator
-- differs changed operator public.===(public.pair, public.pair): restrict
ALTER OPERATOR === (pair, pair) SET (RESTRICT = NONE);

-- probe the join estimator of an operator
-- differs changed operator public.===(public.pair, public.pair): join
ALTER OPERATOR === (pair, pair) SET (JOIN = NONE);

-- probe an operator that can be hashed
-- differs changed operator public.<<===(public.pair, public.pair): commutator, hashes, merges
DROP OPERATOR <<=== (pair, pair);
CREATE OPERATOR <<=== (LEFTARG = pair, RIGHTARG = pair, FUNCTION = ne, COMMUTATOR = <<===, HASHES, MERGES);

-- probe the negator of an operator
-- differs changed operator public.<<===(public.pair, public.pair): negator
-- differs changed operator public.<<<(public.pair, public.pair): negator
ALTER OPERATOR FAMILY loose USING btree DROP OPERATOR 1 (pair, pair);
DROP OPERATOR <<=== (pair, pair);
DROP OPERATOR <<< (pair, pair);
CREATE OPERATOR <<< (LEFTARG = pair, RIGHTARG = pair, FUNCTION = ne, NEGATOR = <<===);
CREATE OPERATOR <<=== (LEFTARG = pair, RIGHTARG = pair, FUNCTION = ne, NEGATOR = <<<);
ALTER OPERATOR FAMILY loose USING btree ADD OPERATOR 1 <<< (pair, pair);

-- probe the owner of an operator
-- differs changed owner operator.public.<<<(public.pair, public.pair): role
ALTER OPERATOR <<< (pair, pair) OWNER TO dbops_probe_a;

-- probe the comment of an operator
-- differs unexpected comment operator.Ünï çode " quote.!!(NONE, public.pair)
COMMENT ON OPERATOR "Ünï çode "" quote".!! (NONE, pair) IS 'x';

-- probe an operator family more
-- differs unexpected operator family public."Ünï çode" USING gist
CREATE OPERATOR FAMILY "Ünï çode" USING gist;

-- probe an operator family with entries more
-- differs unexpected operator family public.more USING btree
CREATE OPERATOR FAMILY more USING btree;
ALTER OPERATOR FAMILY more USING btree ADD OPERATOR 1 <<< (pair, pair), OPERATOR 2 <<=== (pair, pair), FUNCTION 1 (pair, pair) cmp(pair, pair);

-- probe an operator family less
-- differs missing operator family public.loose USING btree
DROP OPERATOR FAMILY loose USING btree;

-- probe an operator of a family less
-- differs changed operator family public.loose USING btree: operator 1 (public.pair, public.pair)
ALTER OPERATOR FAMILY loose USING btree DROP OPERATOR 1 (pair, pair);

-- probe another operator of a family
-- differs changed operator family public.loose USING btree: operator 1 (public.pair, public.pair)
ALTER OPERATOR FAMILY loose USING btree DROP OPERATOR 1 (pair, pair);
ALTER OPERATOR FAMILY loose USING btree ADD OPERATOR 1 <<=== (pair, pair);

-- probe a function of a family less
-- differs changed operator family public.loose USING btree: function 1 (public.pair, public.pair)
ALTER OPERATOR FAMILY loose USING btree DROP FUNCTION 1 (pair, pair);

-- probe the owner of an operator family
-- differs changed owner operator family.public.loose USING btree: role
ALTER OPERATOR FAMILY loose USING btree OWNER TO dbops_probe_a;

-- probe the comment of an operator family
-- differs unexpected comment operator family.public.loose USING btree
COMMENT ON OPERATOR FAMILY loose USING btree IS 'x';

-- probe an operator class more
-- differs unexpected operator class public.pair_ops USING btree
-- differs unexpected operator family public.pair_ops USING btree
CREATE OPERATOR CLASS pair_ops FOR TYPE pair USING btree AS OPERATOR 1 <<<, OPERATOR 2 <<===, FUNCTION 1 cmp(pair, pair);

-- probe an operator class less
-- differs missing operator class public."select" USING hash
DROP OPERATOR CLASS "select" USING hash;

-- probe an operator class that is the default
-- differs changed operator class public."select" USING hash: default
DROP OPERATOR CLASS "select" USING hash;
CREATE OPERATOR CLASS "select" DEFAULT FOR TYPE pair USING hash FAMILY pairs AS OPERATOR 1 ===, FUNCTION 1 hash(pair);

-- probe an operator of a class
-- differs changed operator class public."select" USING hash: operator 1 (public.pair, public.pair)
DROP OPERATOR CLASS "select" USING hash;
CREATE OPERATOR CLASS "select" FOR TYPE pair USING hash FAMILY pairs AS OPERATOR 1 <<===, FUNCTION 1 hash(pair);

-- probe an operator class of another family
-- differs changed operator class public."select" USING hash: family
-- differs unexpected operator family public.others USING hash
DROP OPERATOR CLASS "select" USING hash;
CREATE OPERATOR FAMILY others USING hash;
CREATE OPERATOR CLASS "select" FOR TYPE pair USING hash FAMILY others AS OPERATOR 1 ===, FUNCTION 1 hash(pair);

-- probe an operator class that keeps another type
-- differs unexpected operator class public.kept USING gist
-- differs unexpected operator family public.kept USING gist
CREATE OPERATOR CLASS kept FOR TYPE pair USING gist AS STORAGE box;

-- probe an operator class that sorts
-- differs unexpected operator class public.near USING gist
-- differs unexpected operator family public.near USING gist
CREATE FUNCTION pair_distance(pair, pair) RETURNS float8 LANGUAGE sql AS $$ SELECT 1.0::float8 $$;
-- differs unexpected function public.pair_distance(public.pair, public.pair)
-- differs unexpected operator public.<->(public.pair, public.pair)
CREATE OPERATOR <-> (LEFTARG = pair, RIGHTARG = pair, FUNCTION = pair_distance);
CREATE OPERATOR CLASS near FOR TYPE pair USING gist AS OPERATOR 1 ===, OPERATOR 15 <-> FOR ORDER BY float_ops;

-- probe the owner of an operator class
-- differs changed owner operator class.public."select" USING hash: role
ALTER OPERATOR CLASS "select" USING hash OWNER TO dbops_probe_a;

-- probe the comment of an operator class
-- differs unexpected comment operator class.public."select" USING hash
COMMENT ON OPERATOR CLASS "select" USING hash IS 'x';

-- probe a cast by a function
-- differs unexpected cast public.pair AS bigint
CREATE FUNCTION to_big(pair) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT 1::bigint $$;
-- differs unexpected function public.to_big(public.pair)
CREATE CAST (pair AS bigint) WITH FUNCTION to_big(pair) AS IMPLICIT;

-- probe a cast by way of text
-- differs unexpected cast public.pair AS numeric
CREATE CAST (pair AS numeric) WITH INOUT AS ASSIGNMENT;

-- probe a cast less
-- differs missing cast public.pair AS integer
DROP CAST (pair AS integer);

-- probe the function of a cast
-- differs changed cast public.pair AS integer: function
DROP CAST (pair AS integer);
CREATE CAST (pair AS integer) WITH FUNCTION to_int4(pair);

-- probe how a cast is made
-- differs changed cast public.pair AS integer: function, method
DROP CAST (pair AS integer);
CREATE CAST (pair AS integer) WITH INOUT;

-- probe when a cast is made
-- differs changed cast public.pair AS integer: context
DROP CAST (pair AS integer);
CREATE CAST (pair AS integer) WITH FUNCTION to_int(pair) AS ASSIGNMENT;

-- probe a cast between types of the server
-- differs unexpected cast integer AS date
CREATE CAST (integer AS date) WITHOUT FUNCTION;

-- probe the comment of a cast
-- differs unexpected comment cast.public.pair AS integer
COMMENT ON CAST (pair AS integer) IS 'x';
