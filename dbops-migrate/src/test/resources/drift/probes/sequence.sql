-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE SCHEMA other;
CREATE TABLE t (id serial PRIMARY KEY, a integer DEFAULT 1, b bigint);
CREATE TABLE of_other (id serial);
ALTER TABLE of_other OWNER TO dbops_probe_a;
CREATE TABLE ends (a integer, id serial);
CREATE SEQUENCE plain;
CREATE SEQUENCE used;
CREATE TABLE uses (a bigint DEFAULT nextval('used'), b text);
INSERT INTO uses (b) VALUES ('kept');
CREATE SEQUENCE full_of_options AS integer INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 START WITH 20 CACHE 7 CYCLE;
CREATE SEQUENCE down INCREMENT BY -1;
CREATE SEQUENCE small AS smallint;
CREATE SEQUENCE "Ünï çode "" quote";
CREATE SEQUENCE loose OWNED BY t.b;
CREATE UNLOGGED TABLE quick (id integer);

-- probe a sequence more
-- differs unexpected sequence public.more
CREATE SEQUENCE more;

-- probe a sequence full of options more
-- differs unexpected sequence public.more
CREATE SEQUENCE more AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 100 START WITH 50 CACHE 3 CYCLE;

-- probe a sequence with bounds of its own type more
-- differs unexpected sequence public.more
CREATE SEQUENCE more AS integer MAXVALUE 2147483647 MINVALUE 1;

-- probe an odd sequence more
-- differs unexpected sequence public.select "x"
CREATE SEQUENCE "select ""x""" OWNED BY t.a;

-- probe a sequence less
-- differs missing sequence public.full_of_options
DROP SEQUENCE full_of_options;

-- probe an odd sequence less
-- differs missing sequence public.Ünï çode " quote
DROP SEQUENCE "Ünï çode "" quote";

-- probe a sequence renamed
-- differs missing sequence public.plain
-- differs unexpected sequence public.other
ALTER SEQUENCE plain RENAME TO other;

-- probe a sequence in another schema
-- differs missing sequence public.plain
-- differs unexpected sequence other.plain
ALTER SEQUENCE plain SET SCHEMA other;

-- probe type
-- differs changed sequence public.plain: type
ALTER SEQUENCE plain AS smallint;

-- probe type changed
-- differs changed sequence public.small: type
ALTER SEQUENCE small AS integer;

-- probe type unset
-- differs changed sequence public.small: type
ALTER SEQUENCE small AS bigint;

-- probe type, and the maximum that it no longer holds
-- differs changed sequence public.small: maximum, type
ALTER SEQUENCE small AS bigint MAXVALUE 32767;

-- probe start
-- differs changed sequence public.plain: start
ALTER SEQUENCE plain START WITH 5;

-- probe start changed
-- differs changed sequence public.full_of_options: start
ALTER SEQUENCE full_of_options START WITH 25;

-- probe start unset
-- differs changed sequence public.full_of_options: start
ALTER SEQUENCE full_of_options START WITH 10;

-- probe start of one that counts down
-- differs changed sequence public.down: start
ALTER SEQUENCE down START WITH -7;

-- probe increment
-- differs changed sequence public.plain: increment
ALTER SEQUENCE plain INCREMENT BY 10;

-- probe increment changed
-- differs changed sequence public.full_of_options: increment
ALTER SEQUENCE full_of_options INCREMENT BY 6;

-- probe increment unset
-- differs changed sequence public.full_of_options: increment
ALTER SEQUENCE full_of_options INCREMENT BY 1;

-- probe minimum
-- differs changed sequence public.plain: minimum
ALTER SEQUENCE plain MINVALUE -5 START WITH -5;

-- probe a minimum above where it is
-- differs changed sequence public.plain: minimum
ALTER SEQUENCE plain MINVALUE 7 START WITH 7 RESTART;

-- probe minimum changed
-- differs changed sequence public.full_of_options: minimum
ALTER SEQUENCE full_of_options MINVALUE 11;

-- probe minimum unset
-- differs changed sequence public.full_of_options: minimum
ALTER SEQUENCE full_of_options NO MINVALUE;

-- probe the minimum of one that counts down
-- differs changed sequence public.down: minimum
ALTER SEQUENCE down MINVALUE -100;

-- probe maximum
-- differs changed sequence public.plain: maximum
ALTER SEQUENCE plain MAXVALUE 100;

-- probe a maximum below where it is
-- differs changed sequence public.plain: maximum
ALTER SEQUENCE plain MAXVALUE 100; SELECT setval('plain', 100);

-- probe maximum changed
-- differs changed sequence public.full_of_options: maximum
ALTER SEQUENCE full_of_options MAXVALUE 2000;

-- probe maximum unset
-- differs changed sequence public.full_of_options: maximum
ALTER SEQUENCE full_of_options NO MAXVALUE;

-- probe bounds beside the others
-- differs changed sequence public.full_of_options: maximum, minimum, start
ALTER SEQUENCE full_of_options MINVALUE 5000 MAXVALUE 6000 START WITH 5500 RESTART;

-- probe the direction
-- differs changed sequence public.plain: increment
ALTER SEQUENCE plain INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH -1 RESTART;

-- probe cache
-- differs changed sequence public.plain: cache
ALTER SEQUENCE plain CACHE 10;

-- probe cache changed
-- differs changed sequence public.full_of_options: cache
ALTER SEQUENCE full_of_options CACHE 8;

-- probe cache unset
-- differs changed sequence public.full_of_options: cache
ALTER SEQUENCE full_of_options CACHE 1;

-- probe cycle
-- differs changed sequence public.plain: cycle
ALTER SEQUENCE plain CYCLE;

-- probe cycle unset
-- differs changed sequence public.full_of_options: cycle
ALTER SEQUENCE full_of_options NO CYCLE;

-- probe persistence
-- since 15
-- differs changed sequence public.plain: persistence
ALTER SEQUENCE plain SET UNLOGGED;

-- probe an unlogged sequence more
-- since 15
-- differs unexpected sequence public.more
CREATE UNLOGGED SEQUENCE more;

-- probe persistence of a table with one that it owns
-- differs changed table public.t: persistence
ALTER TABLE t SET UNLOGGED;

-- probe the numbers that were given out
SELECT nextval('plain'), setval('used', 400), setval('down', -5, false);

-- probe an owner column
-- differs unexpected sequence ownership public.plain
ALTER SEQUENCE plain OWNED BY t.a;

-- probe another owner column
-- differs changed sequence ownership public.loose: column
ALTER SEQUENCE loose OWNED BY t.a;

-- probe an owner column less
-- differs missing sequence ownership public.loose
ALTER SEQUENCE loose OWNED BY NONE;

-- probe an owner column less of one that the default takes from
-- differs missing sequence ownership public.t_id_seq
ALTER SEQUENCE t_id_seq OWNED BY NONE;

-- probe a serial column more
-- differs unexpected column public.t.c
ALTER TABLE t ADD COLUMN c bigserial;

-- probe a serial column less
-- differs missing column public.ends.id
ALTER TABLE ends DROP COLUMN id;

-- probe a column that owns one less
-- differs missing column public.t.b
ALTER TABLE t DROP COLUMN b;

-- probe a column that owned one less
-- differs missing column public.t.b
-- differs missing sequence ownership public.loose
ALTER SEQUENCE loose OWNED BY NONE; ALTER TABLE t DROP COLUMN b;

-- probe a table with a serial column more
-- differs unexpected table public.more
CREATE TABLE more (id bigserial PRIMARY KEY, a smallserial, b text); ALTER TABLE more OWNER TO dbops_probe_a;

-- probe a table with a serial column less
-- differs missing table public.of_other
DROP TABLE of_other;

-- probe a table with a sequence that others take from less
-- differs missing table public.t
-- differs unexpected column public.uses.c
DROP TABLE t; ALTER TABLE uses ADD COLUMN c integer;

-- probe a default from a sequence more
-- differs changed column public.t.a: default
ALTER TABLE t ALTER a SET DEFAULT nextval('plain');

-- probe a default from a new sequence
-- differs changed column public.t.a: default
-- differs unexpected sequence public.more
CREATE SEQUENCE more; ALTER TABLE t ALTER a SET DEFAULT nextval('more');

-- probe a default from a sequence less
-- differs changed column public.uses.a: default
-- differs missing sequence public.used
ALTER TABLE uses ALTER a DROP DEFAULT; DROP SEQUENCE used;

-- probe a default from another sequence
-- differs changed column public.uses.a: default
-- differs missing sequence public.used
-- differs unexpected sequence public.instead
CREATE SEQUENCE instead; ALTER TABLE uses ALTER a SET DEFAULT nextval('instead'); DROP SEQUENCE used;

-- probe a grant on a sequence
-- differs unexpected grant sequence.public.plain.dbops_probe_a
GRANT USAGE ON SEQUENCE plain TO dbops_probe_a WITH GRANT OPTION; GRANT SELECT ON SEQUENCE plain TO dbops_probe_a;

-- probe a grant on a sequence to everyone
-- differs unexpected grant sequence.public.plain.public
GRANT UPDATE ON SEQUENCE plain TO PUBLIC;

-- probe the owner of a sequence
-- differs changed owner sequence.public.plain: role
ALTER SEQUENCE plain OWNER TO dbops_probe_a;

-- probe the owner of a table with one that it owns
-- differs changed owner table.public.t: role
ALTER TABLE t OWNER TO dbops_probe_a;

-- probe the owner, and an owner column
-- differs changed owner sequence.public.plain: role
-- differs unexpected sequence ownership public.plain
ALTER SEQUENCE plain OWNER TO dbops_probe_a; ALTER SEQUENCE plain OWNED BY of_other.id;

-- probe the comment of a sequence
-- differs unexpected comment sequence.public.plain
COMMENT ON SEQUENCE plain IS 'x';

-- probe a sequence renamed that a column owns
-- differs missing sequence public.loose
-- differs unexpected sequence public.bound
ALTER SEQUENCE loose RENAME TO bound;
