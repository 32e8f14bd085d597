-- statements: 7
-- since: 14
begin;
create function begin() returns int language sql as 'select 1';
create function atomic(begin int) returns int language sql as 'select 1';
create table atomic (begin int, "end" int);
select begin atomic from (select 1 as begin) t;
end;
create /* or */ function /* x */ f() returns int begin /* ; */ atomic /* ; */ select 1; /* ; end; */ end;
