-- statements: 3
do $$ begin if not exists (select 1 from pg_type where typname = 'mood') then create type mood as enum ('sad', 'ok'); end if; end $$;
do language plpgsql 'begin perform ''a;b''; end';
do $do$
declare r record;
begin
  for r in select oid::regclass as t from pg_class loop
    execute 'analyze ' || r.t || ';';
  end loop;
end
$do$ language plpgsql;
