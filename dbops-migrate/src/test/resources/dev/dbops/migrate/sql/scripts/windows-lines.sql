-- statements: 3
select 1;
select 'a'
  ';b';
-- a comment; 
select 2
;
