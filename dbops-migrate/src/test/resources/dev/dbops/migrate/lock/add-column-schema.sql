-- What the columns of add-column-cases.sql are made of.
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE SEQUENCE numbers;
CREATE DOMAIN plain_text AS text;
CREATE DOMAIN text_with_default AS text DEFAULT 'x';
CREATE DOMAIN random_number AS double precision DEFAULT random();
CREATE DOMAIN over_random AS random_number;
CREATE DOMAIN checked_text AS text CHECK (VALUE <> '');
CREATE DOMAIN over_checked AS checked_text;
CREATE DOMAIN checked_with_default AS text DEFAULT 'x' CHECK (VALUE <> '');
CREATE DOMAIN required_text AS text NOT NULL;
CREATE FUNCTION steady() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION fickle() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE TABLE t (id integer);
INSERT INTO t VALUES (1);
