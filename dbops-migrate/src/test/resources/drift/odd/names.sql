-- Names that are hard to write.
CREATE SCHEMA "Ünï çode "" quote";
CREATE SCHEMA "select";
CREATE SCHEMA " ";
CREATE SCHEMA "a.b";
CREATE TABLE "Ünï çode "" quote"."table"" with ' all $$ of \ it" (
  "select" integer PRIMARY KEY,
  "a b" text DEFAULT 'it''s a \ back$$slash' COLLATE "C",
  "a.b" text DEFAULT E'tab\t, line\nand \\',
  "%s ? :x ${y}" integer CHECK ("%s ? :x ${y}" > 0),
  "Größe ""1""" integer UNIQUE,
  "日本語" text,
  "line
break" integer
);
CREATE TABLE "select"."select" (
  "from" integer CONSTRAINT "where" CHECK ("from" > 0),
  "Ʃ63_bytes_of_a_name_which_is_as_long_as_the_server_takes_them_" text
);
CREATE INDEX "order by" ON "select"."select" ("from", (lower("Ʃ63_bytes_of_a_name_which_is_as_long_as_the_server_takes_them_")));
CREATE TABLE " "." " (" " text, "  " text);
CREATE INDEX "   " ON " "." " (" ") WHERE "  " <> ' ';
CREATE TABLE "a.b"."c.d" (e integer);
CREATE SCHEMA a;
CREATE TABLE a."b.c.d" (e integer);
CREATE TABLE a.user ("user" integer, "current_user" text DEFAULT 'current_user', "null" integer);
CREATE VIEW "select"."view" AS SELECT "from" AS "$1", "from" AS "a b", "from" AS "A" FROM "select"."select";
CREATE TYPE "a.b"."enum.x" AS ENUM ('it''s', 'a "b"', '{c,d}', 'e\f', '', 'Ünï', 'select');
CREATE TYPE "a.b".user AS ("select" integer, "a "" b" text);
CREATE DOMAIN "a.b"."int" AS integer CONSTRAINT "check" CHECK (VALUE > 0);
CREATE FUNCTION "select"."f(x)"("in" "a.b"."int", "a b" "a.b"."enum.x"[] DEFAULT '{}', OUT "out" "Ünï çode "" quote"."table"" with ' all $$ of \ it")
  LANGUAGE sql AS $body$ SELECT NULL::"Ünï çode "" quote"."table"" with ' all $$ of \ it" $body$;
CREATE FUNCTION "select".quoted() RETURNS text LANGUAGE sql
  AS 'SELECT $function$ $$ '' \ $$ $function$::text || $procedure$ $f$ $procedure$';
CREATE TABLE "select"."ref" (
  r integer REFERENCES "Ünï çode "" quote"."table"" with ' all $$ of \ it" ("Größe ""1"""),
  o "a.b"."int", t "a.b".user, e "a.b"."enum.x" DEFAULT 'it''s'
);
CREATE FUNCTION "select"."trigger"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER "before ""x""" BEFORE INSERT ON "select"."ref" FOR EACH ROW EXECUTE FUNCTION "select"."trigger"('it''s', 'a\b', '$1');
CREATE POLICY "for all" ON "select"."ref" USING (r > 0);
COMMENT ON TABLE "select"."select" IS 'it''s \ "quoted" $$ {json}
in two lines';
COMMENT ON COLUMN "Ünï çode "" quote"."table"" with ' all $$ of \ it"."Größe ""1""" IS '日本語';
COMMENT ON TRIGGER "before ""x""" ON "select"."ref" IS 'odd';
COMMENT ON POLICY "for all" ON "select"."ref" IS 'odd';
COMMENT ON CONSTRAINT "where" ON "select"."select" IS 'odd';
