-- statements: 3
-- since: 15
with recursive t (n) as (values (1) union all select n + 1 from t where n < 5) select sum(n) from t;
with moved as (delete from a returning *) insert into b select * from moved;
merge into a using b on a.id = b.id when matched then update set c = b.c when not matched then insert values (b.id, b.c);
