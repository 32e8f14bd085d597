-- statements: 3
-- server: refuses
create schema :schema;
alter table :"schema".:"table" add column note text default :'note';
select 1 where :{?limit};
