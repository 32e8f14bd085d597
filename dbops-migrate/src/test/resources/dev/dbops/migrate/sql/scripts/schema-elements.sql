-- statements: 2
create schema shop
  create table orders (id bigint)
  create index on orders (id)
  create view open_orders as select * from orders;
grant usage on schema shop to public;
