-- statements: 4
create role app login password 'a;b''c';
grant select, insert on all tables in schema public to app with grant option;
alter default privileges for role app grant select on tables to public;
alter role app set search_path to 'a;b', "c;d";
