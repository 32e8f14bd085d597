-- statements: 5
copy orders to stdout;
copy (select 1 from stdin) to stdout;
copy orders from '/data;1.csv';
copy orders from program 'cat; sort' with csv;
select a as copy from stdin;
