-- statements: 1
-- copy-data: 1
copy a (b, c) from stdin (null '\.');
1	2
insert into c values (1);
