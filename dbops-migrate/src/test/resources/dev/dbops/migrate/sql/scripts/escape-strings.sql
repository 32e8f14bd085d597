-- statements: 6
select E'it\'s; one', e'back\\', ';';
select E'\\\'; still', E'';
select E'a'
  'b\'; c';
select E'\n;\t;\x41;\u00e9;\101';
select E'''', E'a''b;', E'\\';
select e, E from (select 1 as e) e;
