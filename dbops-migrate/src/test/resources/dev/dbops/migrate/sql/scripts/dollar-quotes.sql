-- statements: 7
select $$a;b$$, $tag$c; $$ d; $tag$, $_1$e;$_1$;
select $a$ $b$ ; $b$ ; $a$;
select $a$ $a ; a$ $$ ; $A$ $a$;
select a$b$c, a$$ from (select 1 as a$b$c, 2 as a$$) t;
select $$it's; "odd"; -- here; /* ; $$;
select $$$$, $x$$x$, $$ $ ; $$;
select $_$ $1; $2; $_$;
