-- statements: 3
select 1 -- ; not an end
  , 2; -- behind; the end
--select 'never';
select 3--directly; behind
;
select 4 - -1 --'
;
