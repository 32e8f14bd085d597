-- statements: 5
-- meta-commands: 6
select format('drop table %I', t) from (select 'a;b' as t) t \gexec
select 1 as a, ')' as b
\gset
select ';' \g | cat; cat
\x \\ select 4;
\pset null 'a \\ b' \\ select 5;
\unset a
