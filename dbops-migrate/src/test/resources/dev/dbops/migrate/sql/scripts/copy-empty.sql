-- statements: 3
-- copy-data: 1
copy a from stdin;
\.
copy b to stdout; select 1;
