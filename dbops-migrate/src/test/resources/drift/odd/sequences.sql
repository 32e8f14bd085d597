-- Sequences, those of columns too.
CREATE SCHEMA sequences;
CREATE SEQUENCE sequences.plain;
CREATE SEQUENCE sequences.odd AS smallint INCREMENT BY -3 MINVALUE -99 MAXVALUE -1 START WITH -5 CACHE 7 CYCLE;
CREATE SEQUENCE sequences."Ünï çode "" quote";
CREATE TABLE sequences.serials (a smallserial, b serial PRIMARY KEY, c bigserial, d integer DEFAULT nextval('sequences."Ünï çode "" quote"'));
CREATE TABLE sequences.owner (id integer);
ALTER SEQUENCE sequences.odd OWNED BY sequences.owner.id;
CREATE TABLE sequences.shared (a integer DEFAULT nextval('sequences.plain'), b integer DEFAULT nextval('sequences.plain') + 1);
CREATE VIEW sequences.reads AS SELECT last_value FROM sequences.plain;
CREATE UNLOGGED SEQUENCE sequences.unlogged; -- since 15
GRANT USAGE ON SEQUENCE sequences.plain TO dbops_probe_a;
