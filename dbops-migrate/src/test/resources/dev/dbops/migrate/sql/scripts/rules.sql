-- statements: 3
create rule log_it as on update to orders do also (
  insert into log values (old.id, 'a;b');
  insert into log values (new.id, ')');
  notify changed;
);
create rule no_delete as on delete to orders do instead nothing;
create or replace rule r as on insert to v do instead (insert into a values (new.a); select ((1)); );
