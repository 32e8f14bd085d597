-- statements: 3
-- server: refuses
select 1);
select 2;
create table t (a int));
