-- given
CREATE SCHEMA other;
CREATE TABLE target (x integer PRIMARY KEY);
CREATE TABLE source (a integer);
CREATE TABLE p (
  a integer NOT NULL,
  b text DEFAULT 'b',
  c text,
  CONSTRAINT ck CHECK (a >= 0),
  CONSTRAINT fk FOREIGN KEY (a) REFERENCES target,
  PRIMARY KEY (a),
  d text
) PARTITION BY RANGE (a);
CREATE INDEX pi ON p (c, b);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (100) TO (200) PARTITION BY RANGE (a);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES FROM (100) TO (150);
CREATE TABLE alone (LIKE p INCLUDING ALL, FOREIGN KEY (a) REFERENCES target);
CREATE TABLE part_source (a integer) PARTITION BY RANGE (a);
CREATE TABLE part_source1 PARTITION OF part_source DEFAULT;
CREATE TABLE half (a integer) PARTITION BY RANGE (a);
CREATE TABLE half1 PARTITION OF half DEFAULT;
CREATE INDEX half_a ON ONLY half (a);
CREATE INDEX half1_a ON half1 (a);
CREATE TABLE parent (a integer, b text, d text, CONSTRAINT ck CHECK (a > 0));
CREATE TABLE parent2 (k integer, a integer);
CREATE TABLE heir () INHERITS (parent);
CREATE TABLE alike (a integer, b text, d text, CONSTRAINT ck CHECK (a > 0));

-- probe a partition more
-- differs unexpected table public.p3
CREATE TABLE p3 PARTITION OF p FOR VALUES FROM (200) TO (300);

-- probe a default partition more
-- differs unexpected table public.pd
CREATE TABLE pd PARTITION OF p DEFAULT;

-- probe a partition less
-- differs missing table public.p1
DROP TABLE p1;

-- probe other bounds
-- differs changed partition public.p1.p: bound
ALTER TABLE p DETACH PARTITION p1; ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (1) TO (90);

-- probe a partition let go
-- differs missing partition public.p1.p
ALTER TABLE p DETACH PARTITION p1;

-- probe a partition taken in
-- differs unexpected partition public.alone.p
ALTER TABLE p ATTACH PARTITION alone FOR VALUES FROM (900) TO (1000);

-- probe a partition whose columns have another order
-- differs unexpected table public.p4
CREATE TABLE p4 (d text, c text, b text DEFAULT 'q', a integer NOT NULL, CONSTRAINT ck CHECK (a >= 0)); ALTER TABLE p ATTACH PARTITION p4 FOR VALUES FROM (300) TO (400);

-- probe a partition in another schema
-- differs unexpected table other.p1
CREATE TABLE other.p1 PARTITION OF p FOR VALUES FROM (500) TO (600);

-- probe a partitioned table less
-- differs missing table public.p
DROP TABLE p;

-- probe a partitioned table more
-- differs unexpected table public.q
CREATE TABLE q (a integer, b text, PRIMARY KEY (a)) PARTITION BY HASH (a); CREATE TABLE q1 PARTITION OF q FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE q2 PARTITION OF q FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- probe a partitioned partition more
-- differs unexpected table public.p5
CREATE TABLE p5 PARTITION OF p FOR VALUES FROM (600) TO (700) PARTITION BY RANGE (a); CREATE TABLE p5a PARTITION OF p5 FOR VALUES FROM (600) TO (650); CREATE TABLE p5d PARTITION OF p5 DEFAULT;

-- probe a list of partitions more
-- differs unexpected table public.l
CREATE TABLE l (b text) PARTITION BY LIST (lower(b)); CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a', NULL); CREATE TABLE ld PARTITION OF l DEFAULT;

-- probe a column of all partitions
-- differs unexpected column public.p.z
ALTER TABLE p ADD COLUMN z integer DEFAULT 4;

-- probe a column less of all partitions
-- differs missing column public.p.d
ALTER TABLE p DROP COLUMN d;

-- probe a type in all partitions
-- differs changed column public.p.c: type
ALTER TABLE p ALTER c TYPE varchar(9);

-- probe a default in all partitions
-- differs changed column public.p.c: default
ALTER TABLE p ALTER c SET DEFAULT 'c';

-- probe a default of the whole only
-- differs changed column public.p.c: default
ALTER TABLE ONLY p ALTER c SET DEFAULT 'c';

-- probe a default of one partition
-- differs changed column public.p1.b: default
ALTER TABLE p1 ALTER b SET DEFAULT 'of p1';

-- probe not null in all partitions
-- before 18
-- differs changed column public.p.c: not null
ALTER TABLE p ALTER c SET NOT NULL;

-- probe not null in one partition
-- before 18
-- differs changed column public.p1.c: not null
ALTER TABLE p1 ALTER c SET NOT NULL;

-- probe a not null constraint of all partitions
-- since 18
-- differs unexpected not null constraint public.p.p_c_not_null
ALTER TABLE p ALTER c SET NOT NULL;

-- probe a not null constraint of one partition
-- since 18
-- differs unexpected not null constraint public.p1.p1_c_not_null
ALTER TABLE p1 ALTER c SET NOT NULL;

-- probe a check of all partitions
-- differs unexpected constraint public.p.c2
ALTER TABLE p ADD CONSTRAINT c2 CHECK (c <> '');

-- probe a check less of all partitions
-- differs missing constraint public.p.ck
ALTER TABLE p DROP CONSTRAINT ck;

-- probe a check of one partition
-- differs unexpected constraint public.p1.c2
ALTER TABLE p1 ADD CONSTRAINT c2 CHECK (c <> '');

-- probe a foreign key of all partitions
-- differs unexpected constraint public.p.fk2
ALTER TABLE p ADD CONSTRAINT fk2 FOREIGN KEY (a) REFERENCES target;

-- probe a foreign key less of all partitions
-- differs missing constraint public.p.fk
ALTER TABLE p DROP CONSTRAINT fk;

-- probe a foreign key deferrable in all partitions
-- differs changed constraint public.p.fk: deferrable
ALTER TABLE p ALTER CONSTRAINT fk DEFERRABLE;

-- probe a foreign key to a partitioned table
-- differs unexpected constraint public.source.s
ALTER TABLE source ADD CONSTRAINT s FOREIGN KEY (a) REFERENCES p;

-- probe a foreign key between partitioned tables
-- differs unexpected constraint public.part_source.s
ALTER TABLE part_source ADD CONSTRAINT s FOREIGN KEY (a) REFERENCES p;

-- probe a primary key less of all partitions
-- differs missing constraint public.p.p_pkey
ALTER TABLE p DROP CONSTRAINT p_pkey;

-- probe a unique constraint of all partitions
-- differs unexpected constraint public.p.u
ALTER TABLE p ADD CONSTRAINT u UNIQUE (a, b);

-- probe an index of all partitions
-- differs unexpected index public.p.more
CREATE INDEX more ON p (b);

-- probe an index less of all partitions
-- differs missing index public.p.pi
DROP INDEX pi;

-- probe an index of one partition
-- differs unexpected index public.p1.more
CREATE INDEX more ON p1 (b);

-- probe an index whose parts have names of their own
-- differs unexpected index public.p.more
CREATE INDEX own1 ON p1 (b); CREATE INDEX more ON p (b);

-- probe an index of the whole only
-- differs unexpected index public.p.more
CREATE INDEX more ON ONLY p (b);

-- probe an index completed
-- by hand no statement lets a part of an index go
-- differs changed index public.half.half_a: incomplete
ALTER INDEX half_a ATTACH PARTITION half1_a;

-- probe a key of a partition renamed
-- by hand a part of a key cannot be dropped
-- differs missing constraint public.p1.p1_pkey
-- differs unexpected constraint public.p1.own_pkey
ALTER INDEX p1_pkey RENAME TO own_pkey;

-- probe an identity column of all partitions
-- since 17
-- differs unexpected column public.p.z
ALTER TABLE p ADD COLUMN z integer GENERATED ALWAYS AS IDENTITY;

-- probe an heir more
-- differs unexpected table public.heir2
CREATE TABLE heir2 (own integer) INHERITS (parent);

-- probe an heir of two
-- differs unexpected table public.heir2
CREATE TABLE heir2 (own integer) INHERITS (parent, parent2);

-- probe an heir less
-- differs missing table public.heir
DROP TABLE heir;

-- probe an heir no more
-- differs missing inheritance public.heir.parent
ALTER TABLE heir NO INHERIT parent;

-- probe an heir of one more
-- differs unexpected inheritance public.alike.parent
ALTER TABLE alike INHERIT parent;

-- probe a column of all heirs
-- differs unexpected column public.parent.z
ALTER TABLE parent ADD COLUMN z integer;

-- probe a column less of all heirs
-- differs missing column public.parent.d
ALTER TABLE parent DROP COLUMN d;

-- probe a type of all heirs
-- differs changed column public.parent.b: type
ALTER TABLE parent ALTER b TYPE varchar(7);

-- probe a statistics target of all heirs
-- differs changed column public.parent.b: statistics target
ALTER TABLE parent ALTER b SET STATISTICS 3;

-- probe a statistics target of one heir
-- differs changed column public.heir.b: statistics target
ALTER TABLE heir ALTER b SET STATISTICS 3;

-- probe a check of all heirs
-- differs unexpected constraint public.parent.c2
ALTER TABLE parent ADD CONSTRAINT c2 CHECK (b <> '');

-- probe a check less of all heirs
-- differs missing constraint public.parent.ck
ALTER TABLE parent DROP CONSTRAINT ck;

-- probe a check of the parent only
-- differs unexpected constraint public.parent.c2
ALTER TABLE parent ADD CONSTRAINT c2 CHECK (b <> '') NO INHERIT;

-- probe not null in all heirs
-- before 18
-- differs changed column public.parent.a: not null
ALTER TABLE parent ALTER a SET NOT NULL;

-- probe not null in the parent only
-- before 18
-- differs changed column public.parent.a: not null
ALTER TABLE ONLY parent ALTER a SET NOT NULL;

-- probe a not null constraint of all heirs
-- since 18
-- differs unexpected not null constraint public.parent.nn
ALTER TABLE parent ADD CONSTRAINT nn NOT NULL a;

-- probe an odd partition more
-- differs unexpected table public.Ünï çode " quote
CREATE TABLE "Ünï çode "" quote" PARTITION OF p FOR VALUES FROM (700) TO (800);
