-- statements: 2
-- meta-commands: 2
-- copy-data: 1
\copy orders (id, note) from stdin with csv
1,"a;b"
\.
select 1;
\copy (select 1 from stdin) to 'a;b.csv'
select 2;
