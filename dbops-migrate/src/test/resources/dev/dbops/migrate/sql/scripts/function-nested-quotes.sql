-- statements: 2
create function make_view(name text) returns void language plpgsql as $function$
begin
  execute format($sql$create view %I as select 'a;b' as c;$sql$, name);
  execute $q$ do $body$ begin perform 1; end $body$; $q$;
end $function$;
select make_view('v');
