-- statements: 3
/* one /* two; /* three; */ */ ' " $$ */
select /* a ; /* b ; */ c ; */ 1;
select 2 /**/ + /***/ 3 /* * / ; */;
select 4 /*/ ; */ /*/ ; */;
