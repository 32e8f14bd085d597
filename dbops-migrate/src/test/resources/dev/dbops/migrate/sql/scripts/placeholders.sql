-- statements: 4
-- server: refuses
create table ${schema}.orders_${suffix} (id bigint, note text default '${note;}');
alter table ${flyway:defaultSchema}.orders owner to ${app.owner-name};
insert into "${schema}".t values ($$${body;}$$);
${statement};
