-- statements: 4
create table größe (straße text, "Überschrift" text, 価格 numeric);
create index größe_straße on größe (straße);
do $größe$ begin perform 1; end $größe$;
select 'ß;' as ñandú, 'emoji 😀;' as 😀;
