-- statements: 3
select B'1001', b'0', X'1FF', x'aB';
select b, x, B, X from (select 1 as b, 2 as x) t;
select B'10'
  '01', x'1'::bit(4);
