-- statements: 3
prepare find (int, text) as select $1 + 1, $2 || $2, $1;
execute find (1, 'a;');
deallocate find;
