-- statements: 3
-- copy-data: 2
copy orders (id, note) from stdin;
1	a;b
2	it's; "odd" $$ /* -- \N
3	(((
\.
copy orders
  from stdin with (format csv, delimiter ';'); -- the data follows
4;'x
\.
select 1;
