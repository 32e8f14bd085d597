-- statements: 6
-- since: 14
create function add(a int, b int) returns int language sql begin atomic select a + b; end;
create or replace procedure store(a int)
  language sql
  begin atomic
    insert into t values (a);
    update t set b = case when a > 1 then case a when 2 then 'two;' else 'many' end else 'one' end;
    delete from t where a = (select case when true then 1 end);
  END;
create function one() returns int return 1;
create function label() returns int begin atomic select 1 as end; select 2 as case; select 3 end; select 4 case; select t.end from (select 1 as "end") t; end;
create function nothing() returns void language sql begin atomic end;
select 1;
