-- Types of users, for TypeChangeTest.
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN plain_text AS text;
CREATE DOMAIN other_text AS plain_text;
CREATE DOMAIN short_text AS varchar(20);
CREATE DOMAIN padded_text AS char(5);
CREATE DOMAIN checked_text AS text CHECK (VALUE <> '');
CREATE DOMAIN over_checked AS checked_text;
CREATE DOMAIN required_text AS text NOT NULL;
CREATE DOMAIN plain_integer AS integer;
CREATE DOMAIN yearly AS interval year;
