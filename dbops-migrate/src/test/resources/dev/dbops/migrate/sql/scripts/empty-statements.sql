-- statements: 2
;;
select 1;;
; -- nothing here
;
/* nor here; */
select 2;
;
