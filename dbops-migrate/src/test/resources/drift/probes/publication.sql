-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_super')
  THEN CREATE ROLE dbops_probe_super SUPERUSER; END IF; END $$;
CREATE SCHEMA kept;
CREATE SCHEMA "Ünï çode "" quote";
CREATE TABLE t (a integer PRIMARY KEY, b text, c integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE kept.u (a integer PRIMARY KEY);
CREATE TABLE "Ünï çode "" quote"."select" ("from" integer PRIMARY KEY, b text);
CREATE TABLE parent (a integer); CREATE TABLE child () INHERITS (parent);
CREATE TABLE whole (a integer) PARTITION BY RANGE (a);
CREATE PUBLICATION p FOR TABLE t;
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION full_of_options FOR TABLE kept.u WITH (publish = 'insert, delete');
ALTER PUBLICATION full_of_options SET (publish_via_partition_root = true); -- since 13
CREATE PUBLICATION "Ünï çode "" quote" FOR TABLE "Ünï çode "" quote"."select";
CREATE PUBLICATION narrow FOR TABLE t (a, b) WHERE (a > 0 AND a < 9); -- since 15
CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA kept, "Ünï çode "" quote"; -- since 15
CREATE PUBLICATION with_generated FOR TABLE t WITH (publish_generated_columns = stored); -- since 18
COMMENT ON PUBLICATION p IS 'kept';

-- probe a publication more
-- differs unexpected publication more
CREATE PUBLICATION more FOR TABLE t, kept.u, "Ünï çode "" quote"."select" WITH (publish = 'truncate');

-- probe an empty publication more
-- differs unexpected publication Ünï çode
CREATE PUBLICATION "Ünï çode" WITH (publish = '');

-- probe a publication of all tables more
-- differs unexpected publication more
CREATE PUBLICATION more FOR ALL TABLES;

-- probe a publication of partitions as their table more
-- since 13
-- differs unexpected publication more
CREATE PUBLICATION more FOR TABLE whole WITH (publish_via_partition_root);

-- probe a publication of columns and rows more
-- since 15
-- differs unexpected publication more
CREATE PUBLICATION more FOR TABLE t (a) WHERE (a > 3), "Ünï çode "" quote"."select" ("from") WHERE ("from" = 1);

-- probe a publication of schemas more
-- since 15
-- differs unexpected publication more
CREATE PUBLICATION more FOR TABLES IN SCHEMA "Ünï çode "" quote", TABLE t;

-- probe a publication less
-- differs missing publication full_of_options
DROP PUBLICATION full_of_options;

-- probe a publication of all tables less
-- differs missing publication everything
DROP PUBLICATION everything;

-- probe an odd publication less
-- differs missing publication Ünï çode " quote
DROP PUBLICATION "Ünï çode "" quote";

-- probe a publication renamed
-- differs missing publication p
-- differs unexpected publication other
ALTER PUBLICATION p RENAME TO other;

-- probe all tables instead of one
-- differs changed publication p: all tables
-- differs missing published table p.public.t
DROP PUBLICATION p; CREATE PUBLICATION p FOR ALL TABLES; COMMENT ON PUBLICATION p IS 'kept';

-- probe what is published
-- differs changed publication p: option publish
ALTER PUBLICATION p SET (publish = 'update, delete');

-- probe what is published changed
-- differs changed publication full_of_options: option publish
ALTER PUBLICATION full_of_options SET (publish = 'insert, truncate');

-- probe nothing is published
-- differs changed publication full_of_options: option publish
ALTER PUBLICATION full_of_options SET (publish = '');

-- probe what is published unset
-- differs changed publication full_of_options: option publish
ALTER PUBLICATION full_of_options SET (publish = 'insert, update, delete, truncate');

-- probe partitions as their table
-- since 13
-- differs changed publication p: option publish_via_partition_root
ALTER PUBLICATION p SET (publish_via_partition_root = true);

-- probe partitions as their table unset
-- since 13
-- differs changed publication full_of_options: option publish_via_partition_root
ALTER PUBLICATION full_of_options SET (publish_via_partition_root = false);

-- probe generated columns
-- since 18
-- differs changed publication p: option publish_generated_columns
ALTER PUBLICATION p SET (publish_generated_columns = stored);

-- probe generated columns unset
-- since 18
-- differs changed publication with_generated: option publish_generated_columns
ALTER PUBLICATION with_generated SET (publish_generated_columns = none);

-- probe a table more
-- differs unexpected published table p.kept.u
ALTER PUBLICATION p ADD TABLE kept.u;

-- probe an odd table more
-- differs unexpected published table p."Ünï çode "" quote"."select"
ALTER PUBLICATION p ADD TABLE "Ünï çode "" quote"."select";

-- probe a table without its heirs more
-- differs unexpected published table p.public.parent
ALTER PUBLICATION p ADD TABLE ONLY parent;

-- probe a table with its heirs more
-- differs unexpected published table p.public.child
-- differs unexpected published table p.public.parent
ALTER PUBLICATION p ADD TABLE parent;

-- probe a partitioned table more
-- since 13
-- differs unexpected published table p.public.whole
ALTER PUBLICATION p ADD TABLE whole;

-- probe a table less
-- differs missing published table p.public.t
ALTER PUBLICATION p DROP TABLE t;

-- probe a table less that is published
-- differs missing table kept.u
DROP TABLE kept.u;

-- probe columns
-- since 15
-- differs changed published table p.public.t: columns
ALTER PUBLICATION p SET TABLE t (b, a);

-- probe columns changed
-- since 15
-- differs changed published table narrow.public.t: columns
ALTER PUBLICATION narrow SET TABLE t (a) WHERE (a > 0 AND a < 9);

-- probe columns unset
-- since 15
-- differs changed published table narrow.public.t: columns
ALTER PUBLICATION narrow SET TABLE t WHERE (a > 0 AND a < 9);

-- probe a filter
-- since 15
-- differs changed published table p.public.t: filter
ALTER PUBLICATION p SET TABLE t WHERE (a > 0);

-- probe a filter changed
-- since 15
-- differs changed published table narrow.public.t: filter
ALTER PUBLICATION narrow SET TABLE t (a, b) WHERE (a > 1);

-- probe a filter unset
-- since 15
-- differs changed published table narrow.public.t: filter
ALTER PUBLICATION narrow SET TABLE t (a, b);

-- probe a column less that is published
-- since 15
-- differs changed published table narrow.public.t: columns
-- differs missing column public.t.b
-- by hand the column comes last
ALTER PUBLICATION narrow SET TABLE t (a) WHERE (a > 0 AND a < 9); ALTER TABLE t DROP COLUMN b;

-- probe a schema more
-- since 15
-- differs unexpected published schema p.kept
ALTER PUBLICATION p ADD TABLES IN SCHEMA kept;

-- probe a schema less
-- since 15
-- differs missing published schema of_schema.kept
ALTER PUBLICATION of_schema DROP TABLES IN SCHEMA kept;

-- probe an odd schema less
-- since 15
-- differs missing published schema of_schema.Ünï çode " quote
ALTER PUBLICATION of_schema DROP TABLES IN SCHEMA "Ünï çode "" quote";

-- probe a schema less that is published
-- since 15
-- differs missing schema kept
DROP SCHEMA kept CASCADE;

-- probe the owner
-- differs changed owner publication.p: role
ALTER PUBLICATION p OWNER TO dbops_probe_super;

-- probe a comment
-- differs unexpected comment publication.everything
COMMENT ON PUBLICATION everything IS 'it''s';

-- probe a comment less
-- differs missing comment publication.p
COMMENT ON PUBLICATION p IS NULL;
