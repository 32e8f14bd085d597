-- statements: 3
-- since: 16
select 1, 1.5, .5, 5., 1e10, 1.5e-3, .5E+2, 1_000_000, 0x1F, 0o17, 0b1_01;
select 1 -1, 1-1, 1--1
;
select (array[10, 20, 30])[1:2], t.a from (select 1 as a) t limit 0x2;
