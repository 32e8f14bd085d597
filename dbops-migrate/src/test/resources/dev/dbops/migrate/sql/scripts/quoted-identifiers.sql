-- statements: 5
create table "odd; name" ("a;b" int, "say ""hi;""" int, "--no" int, "/*no*/" int);
create index "i;1" on "odd; name" ("a;b", "say ""hi;""");
select "odd; name"."a;b" from "odd; name";
alter table "odd; name" rename column "--no" to "$$;$$";
drop table "odd; name";
