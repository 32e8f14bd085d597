-- given
CREATE TABLE target (x integer PRIMARY KEY, y integer UNIQUE);
CREATE TABLE source (target integer REFERENCES target);
CREATE TABLE pairs (p integer, q integer, UNIQUE (p, q));
CREATE TABLE keyed (a integer NOT NULL, b integer NOT NULL UNIQUE, c integer, PRIMARY KEY (a));
ALTER TABLE keyed CLUSTER ON keyed_pkey;
CREATE TABLE t (
  a integer NOT NULL,
  b integer,
  c integer,
  d integer,
  r int4range,
  "Größe" integer,
  CONSTRAINT uq UNIQUE (b, c),
  CONSTRAINT uqo UNIQUE (d) WITH (fillfactor = 70),
  CONSTRAINT ck CHECK (b > 0),
  CONSTRAINT ex EXCLUDE USING gist (r WITH &&),
  CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x),
  CONSTRAINT fkd FOREIGN KEY (b) REFERENCES target (y) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk2 FOREIGN KEY (a, b) REFERENCES pairs (p, q) ON DELETE SET NULL,
  CONSTRAINT "Odd ""one"" x" CHECK ("Größe" < 9)
);
ALTER TABLE t ADD CONSTRAINT nv CHECK (c > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT fknv FOREIGN KEY (c) REFERENCES target NOT VALID;
CREATE TABLE bookings (room int4range, during daterange);
CREATE TABLE stays (room int4range, during daterange, PRIMARY KEY (room, during WITHOUT OVERLAPS)); -- since 18
CREATE TABLE required (a integer CONSTRAINT nn NOT NULL, b integer, c integer, d integer); -- since 18
ALTER TABLE required ADD CONSTRAINT nv NOT NULL c NOT VALID; -- since 18
ALTER TABLE required ADD CONSTRAINT ni NOT NULL d NO INHERIT; -- since 18

-- probe a primary key more
-- differs unexpected constraint public.t.t_pkey
ALTER TABLE t ADD PRIMARY KEY (a);

-- probe a primary key less
-- differs missing constraint public.keyed.keyed_pkey
ALTER TABLE keyed DROP CONSTRAINT keyed_pkey;

-- probe a primary key that foreign keys need less
-- differs missing constraint public.target.target_pkey
-- differs missing constraint public.t.fk
-- differs missing constraint public.t.fknv
-- differs missing constraint public.source.source_target_fkey
ALTER TABLE target DROP CONSTRAINT target_pkey CASCADE;

-- probe a primary key of other columns
-- differs changed constraint public.keyed.keyed_pkey: columns
ALTER TABLE keyed DROP CONSTRAINT keyed_pkey; ALTER TABLE keyed ADD CONSTRAINT keyed_pkey PRIMARY KEY (b, a); ALTER TABLE keyed CLUSTER ON keyed_pkey;

-- probe a primary key with columns included
-- differs changed constraint public.keyed.keyed_pkey: include
ALTER TABLE keyed DROP CONSTRAINT keyed_pkey; ALTER TABLE keyed ADD CONSTRAINT keyed_pkey PRIMARY KEY (a) INCLUDE (c); ALTER TABLE keyed CLUSTER ON keyed_pkey;

-- probe a primary key renamed
-- differs missing constraint public.keyed.keyed_pkey
-- differs unexpected constraint public.keyed.pk
ALTER TABLE keyed RENAME CONSTRAINT keyed_pkey TO pk;

-- probe a unique constraint more
-- differs unexpected constraint public.t.t_c_key
ALTER TABLE t ADD UNIQUE (c);

-- probe a unique constraint less
-- differs missing constraint public.t.uq
ALTER TABLE t DROP CONSTRAINT uq;

-- probe unique in another order
-- differs changed constraint public.t.uq: columns
ALTER TABLE t DROP CONSTRAINT uq; ALTER TABLE t ADD CONSTRAINT uq UNIQUE (c, b);

-- probe unique with a column included
-- differs changed constraint public.t.uq: include
ALTER TABLE t DROP CONSTRAINT uq; ALTER TABLE t ADD CONSTRAINT uq UNIQUE (b, c) INCLUDE (d);

-- probe unique with nulls alike
-- since 15
-- differs changed constraint public.t.uq: nulls not distinct
ALTER TABLE t DROP CONSTRAINT uq; ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b, c);

-- probe unique deferrable
-- differs changed constraint public.t.uq: deferrable
ALTER TABLE t DROP CONSTRAINT uq; ALTER TABLE t ADD CONSTRAINT uq UNIQUE (b, c) DEFERRABLE;

-- probe unique deferred
-- differs changed constraint public.t.uq: deferrable, initially deferred
ALTER TABLE t DROP CONSTRAINT uq; ALTER TABLE t ADD CONSTRAINT uq UNIQUE (b, c) DEFERRABLE INITIALLY DEFERRED;

-- probe the index's parameter
-- differs changed constraint public.t.uq: option fillfactor
ALTER INDEX uq SET (fillfactor = 60);

-- probe the index's parameter changed
-- differs changed constraint public.t.uqo: option fillfactor
ALTER INDEX uqo SET (fillfactor = 61);

-- probe the index's parameter unset
-- differs changed constraint public.t.uqo: option fillfactor
ALTER INDEX uqo RESET (fillfactor);

-- probe the index's tablespace
-- differs changed constraint public.t.uq: tablespace
ALTER INDEX uq SET TABLESPACE dbops_probe_space;

-- probe clustered
-- differs changed constraint public.t.uq: clustered
ALTER TABLE t CLUSTER ON uq;

-- probe clustered by another
-- differs changed constraint public.keyed.keyed_pkey: clustered
-- differs changed constraint public.keyed.keyed_b_key: clustered
ALTER TABLE keyed CLUSTER ON keyed_b_key;

-- probe not clustered
-- differs changed constraint public.keyed.keyed_pkey: clustered
ALTER TABLE keyed SET WITHOUT CLUSTER;

-- probe the index invalid
-- only back no statement makes an index invalid
-- differs invalid constraint public.t.uq: invalid
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'uq'::regclass;

-- probe unique instead of an exclusion
-- differs changed constraint public.t.ex: columns, elements, type
ALTER TABLE t DROP CONSTRAINT ex; ALTER TABLE t ADD CONSTRAINT ex UNIQUE (b);

-- probe a check more
-- differs unexpected constraint public.t.positive
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);

-- probe a check less
-- differs missing constraint public.t.ck
ALTER TABLE t DROP CONSTRAINT ck;

-- probe a check of another condition
-- differs changed constraint public.t.ck: expression
ALTER TABLE t DROP CONSTRAINT ck; ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 1);

-- probe a check not validated
-- differs unvalidated constraint public.t.ck: not valid
ALTER TABLE t DROP CONSTRAINT ck; ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0) NOT VALID;

-- probe a check validated
-- differs changed constraint public.t.nv: not valid
ALTER TABLE t VALIDATE CONSTRAINT nv;

-- probe a check not inherited
-- differs changed constraint public.t.ck: no inherit
ALTER TABLE t DROP CONSTRAINT ck; ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0) NO INHERIT;

-- probe a check not enforced
-- since 18
-- differs unvalidated constraint public.t.ck: not enforced
ALTER TABLE t DROP CONSTRAINT ck; ALTER TABLE t ADD CONSTRAINT ck CHECK (b > 0) NOT ENFORCED;

-- probe a check renamed
-- differs missing constraint public.t.ck
-- differs unexpected constraint public.t.ck2
ALTER TABLE t RENAME CONSTRAINT ck TO ck2;

-- probe a check with an odd name
-- differs unexpected constraint public.t.Ünï çode " quote
ALTER TABLE t ADD CONSTRAINT "Ünï çode "" quote" CHECK ("Größe" > 0);

-- probe an odd constraint less
-- differs missing constraint public.t.Odd "one" x
ALTER TABLE t DROP CONSTRAINT "Odd ""one"" x";

-- probe a key of an odd column
-- differs unexpected constraint public.t.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
ALTER TABLE t ADD CONSTRAINT xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx UNIQUE ("Größe");

-- probe an exclusion more
-- differs unexpected constraint public.t.ex2
ALTER TABLE t ADD CONSTRAINT ex2 EXCLUDE USING gist (r WITH &&) WHERE (a > 0) DEFERRABLE;

-- probe an exclusion less
-- differs missing constraint public.t.ex
ALTER TABLE t DROP CONSTRAINT ex;

-- probe an exclusion by another operator
-- differs changed constraint public.t.ex: elements
ALTER TABLE t DROP CONSTRAINT ex; ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (r WITH -|-);

-- probe an exclusion of some rows
-- differs changed constraint public.t.ex: elements
ALTER TABLE t DROP CONSTRAINT ex; ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (r WITH &&) WHERE (a > 0);

-- probe an exclusion deferrable
-- differs changed constraint public.t.ex: deferrable
ALTER TABLE t DROP CONSTRAINT ex; ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (r WITH &&) DEFERRABLE;

-- probe an exclusion deferred
-- differs changed constraint public.t.ex: deferrable, initially deferred
ALTER TABLE t DROP CONSTRAINT ex; ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (r WITH &&) INITIALLY DEFERRED;

-- probe a foreign key more
-- differs unexpected constraint public.t.t_d_fkey
ALTER TABLE t ADD FOREIGN KEY (d) REFERENCES target;

-- probe a foreign key to itself
-- differs unexpected constraint public.target.self
ALTER TABLE target ADD CONSTRAINT self FOREIGN KEY (y) REFERENCES target (x);

-- probe a foreign key less
-- differs missing constraint public.t.fk
ALTER TABLE t DROP CONSTRAINT fk;

-- probe a foreign key of another column
-- differs changed constraint public.t.fk: columns
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (d) REFERENCES target (x);

-- probe a foreign key to another column
-- differs changed constraint public.t.fk: referenced columns
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (y);

-- probe a foreign key to another table
-- differs changed constraint public.t.fk: referenced columns, references
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES keyed (a);

-- probe a foreign key on delete cascade
-- differs changed constraint public.t.fk: on delete
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON DELETE CASCADE;

-- probe a foreign key on update cascade
-- differs changed constraint public.t.fk: on update
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON UPDATE CASCADE;

-- probe a foreign key on delete restrict
-- differs changed constraint public.t.fk: on delete
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON DELETE RESTRICT;

-- probe a foreign key on update restrict
-- differs changed constraint public.t.fk: on update
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON UPDATE RESTRICT;

-- probe a foreign key on delete set null
-- differs changed constraint public.t.fk: on delete
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON DELETE SET NULL;

-- probe a foreign key on update set null
-- differs changed constraint public.t.fk: on update
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON UPDATE SET NULL;

-- probe a foreign key on delete set default
-- differs changed constraint public.t.fk: on delete
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON DELETE SET DEFAULT;

-- probe a foreign key on update set default
-- differs changed constraint public.t.fk: on update
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) ON UPDATE SET DEFAULT;

-- probe a foreign key that sets some columns null
-- since 15
-- differs changed constraint public.t.fk2: on delete columns
ALTER TABLE t DROP CONSTRAINT fk2; ALTER TABLE t ADD CONSTRAINT fk2 FOREIGN KEY (a, b) REFERENCES pairs (p, q) ON DELETE SET NULL (b);

-- probe a foreign key that matches in full
-- differs changed constraint public.t.fk2: match
ALTER TABLE t DROP CONSTRAINT fk2; ALTER TABLE t ADD CONSTRAINT fk2 FOREIGN KEY (a, b) REFERENCES pairs (p, q) MATCH FULL ON DELETE SET NULL;

-- probe a foreign key deferrable
-- differs changed constraint public.t.fk: deferrable
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE;

-- probe a foreign key deferred
-- differs changed constraint public.t.fk: deferrable, initially deferred
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE INITIALLY DEFERRED;

-- probe a foreign key not deferrable
-- differs changed constraint public.t.fkd: deferrable, initially deferred
ALTER TABLE t ALTER CONSTRAINT fkd NOT DEFERRABLE;

-- probe a foreign key not validated
-- differs unvalidated constraint public.t.fk: not valid
ALTER TABLE t DROP CONSTRAINT fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES target (x) NOT VALID;

-- probe a foreign key validated
-- differs changed constraint public.t.fknv: not valid
ALTER TABLE t VALIDATE CONSTRAINT fknv;

-- probe a foreign key not enforced
-- since 18
-- differs unvalidated constraint public.t.fk: not enforced
ALTER TABLE t ALTER CONSTRAINT fk NOT ENFORCED;

-- probe a key without overlaps
-- since 18
-- differs unexpected constraint public.bookings.bookings_key
ALTER TABLE bookings ADD CONSTRAINT bookings_key UNIQUE (room, during WITHOUT OVERLAPS);

-- probe a primary key without overlaps no more
-- since 18
-- differs changed constraint public.stays.stays_pkey: temporal
ALTER TABLE stays DROP CONSTRAINT stays_pkey; ALTER TABLE stays ADD CONSTRAINT stays_pkey PRIMARY KEY (room, during);

-- probe a foreign key of periods
-- since 18
-- differs unexpected constraint public.bookings.of_stay
ALTER TABLE bookings ADD CONSTRAINT of_stay FOREIGN KEY (room, PERIOD during) REFERENCES stays (room, PERIOD during);

-- probe a not null constraint more
-- since 18
-- differs unexpected not null constraint public.t.t_b_not_null
ALTER TABLE t ALTER b SET NOT NULL;

-- probe a not null constraint less
-- since 18
-- differs missing not null constraint public.required.nn
ALTER TABLE required DROP CONSTRAINT nn;

-- probe a not null constraint renamed
-- since 18
-- differs missing not null constraint public.required.nn
-- differs unexpected not null constraint public.required.mm
ALTER TABLE required RENAME CONSTRAINT nn TO mm;

-- probe a not null constraint of another column
-- since 18
-- differs changed not null constraint public.required.nn: column
ALTER TABLE required DROP CONSTRAINT nn; ALTER TABLE required ADD CONSTRAINT nn NOT NULL b;

-- probe a not null constraint not validated
-- since 18
-- differs unvalidated not null constraint public.required.nn: not valid
ALTER TABLE required DROP CONSTRAINT nn; ALTER TABLE required ADD CONSTRAINT nn NOT NULL a NOT VALID;

-- probe a not null constraint validated
-- since 18
-- differs changed not null constraint public.required.nv: not valid
ALTER TABLE required VALIDATE CONSTRAINT nv;

-- probe a not null constraint not inherited
-- since 18
-- differs changed not null constraint public.required.nn: no inherit
ALTER TABLE required ALTER CONSTRAINT nn NO INHERIT;

-- probe a not null constraint inherited
-- since 18
-- differs changed not null constraint public.required.ni: no inherit
ALTER TABLE required ALTER CONSTRAINT ni INHERIT;

-- probe a table with constraints more
-- differs unexpected table public.extra
CREATE TABLE extra (a integer CONSTRAINT extra_nn NOT NULL, b integer, r int4range,
  PRIMARY KEY (a) WITH (fillfactor = 70) USING INDEX TABLESPACE dbops_probe_space, UNIQUE (b) DEFERRABLE, CHECK (a > b),
  FOREIGN KEY (b) REFERENCES target ON DELETE CASCADE, EXCLUDE USING gist (r WITH &&));

-- probe tables that refer to each other more
-- differs unexpected table public.egg
-- differs unexpected table public.hen
CREATE TABLE hen (a integer PRIMARY KEY, e integer); CREATE TABLE egg (a integer PRIMARY KEY, h integer REFERENCES hen); ALTER TABLE hen ADD FOREIGN KEY (e) REFERENCES egg;
