-- statements: 7
select 1=-1, 1<>2, 1!=2, 2>=1, 1<=2, @-5, 5 !=-1, 2*-3, ~1;
select '{"a": 1}'::jsonb ->> 'a', '{"a": 1}'::jsonb @> '{}', '{"a": 1}'::jsonb ? 'a', '[1]'::jsonb #>> '{0}';
select 1+/* ; */2, 3-/* ; */-- ;
  4;
select 'a' ~ 'b', 'a' !~* 'b;', 'a' ~~ 'b%', 'a' || 'b';
select 1 operator(pg_catalog.+) 2, cast('1' as int), '1'::int::text;
select |/ 25.0, ||/ 27.0, 5 & 3, 5 | 3, 5 # 3, 1 << 4, 8 >> 2, 2 ^ 3, 7 % 2;
select point '(1,2)' <-> point '(0,0)', box '((0,0),(1,1))' && box '((0,0),(2,2))', f(a => 1, b := 2);
