-- statements: 2
select a[1:2], a[:2], a[i:j], a[i:], a[:], a[b:c][d:e], a[f(b):c] from t;
update t set a[lo:hi] = '{1;2}'::text[] where b[:'1'::int] = '{}';
