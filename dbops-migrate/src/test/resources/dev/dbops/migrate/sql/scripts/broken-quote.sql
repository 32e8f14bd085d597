-- statements: 2
-- server: refuses
select 1;
comment on table t is 'it's';
select 2;
