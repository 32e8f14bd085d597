-- statements: 2
-- server: refuses
select 1;
create table t (a int, b numeric(10, 2);
alter table t add column c int;
select 2;
