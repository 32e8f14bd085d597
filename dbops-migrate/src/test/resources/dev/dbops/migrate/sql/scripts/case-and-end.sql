-- statements: 3
select case when 1 = 1 then 'a;' else 'b' end;
create view v as select case a when 1 then 2 end as b from t;
create table t (a int default case when true then 1 end, check (case when a > 1 then true end));
