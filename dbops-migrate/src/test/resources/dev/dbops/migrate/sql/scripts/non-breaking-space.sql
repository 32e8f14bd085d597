-- statements: 2
select 1 as a b;
select a b from (select 1 as a b) t;
