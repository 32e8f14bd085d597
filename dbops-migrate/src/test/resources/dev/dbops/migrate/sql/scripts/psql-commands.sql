-- statements: 4
-- meta-commands: 9
\set ON_ERROR_STOP on
\echo 'it''s; here' `date; date` "a;b"
\connect shop
select 1;
\i part's.sql
  \ir sub/part.sql
select 2; \echo behind
\! rm -f "a; b
\if true
select 3 \; select 4;
\endif
