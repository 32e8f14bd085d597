-- statements: 5
create table customer (id bigint primary key, name text not null);
alter table customer add column email text, add constraint email_given check (email <> '') not valid;
create index concurrently if not exists customer_email on customer (lower(email));
comment on table customer is 'who buys; and who looks';
drop table customer
