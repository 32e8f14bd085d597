-- What the server refuses and the parser reads all the same: harmless, since it never runs.
CREATE INDEX IF NOT EXISTS ON t (a);
CREATE UNIQUE INDEX ON t (lower(a) || b);
CREATE TABLE t (a int DEFAULT 1 IN (1, 2));
CREATE TRIGGER t BEFORE INSERT UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f();
CREATE SCHEMA;
SELECT * t;
SELECT DISTINCT FROM t;
SELECT a FROM t FETCH FIRST ROW WITH TIES;
