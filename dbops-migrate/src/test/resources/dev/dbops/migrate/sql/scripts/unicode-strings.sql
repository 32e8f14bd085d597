-- statements: 5
select U&'d\0061t\+000061; x', u&'!0061; y' UESCAPE '!';
select U&"d\0061t;a" from (select 1 as "dat;a") t;
select U&'\0441\043B\043E\043D'
  '\0061;';
select u & 1 from (select 2 as u) t;
select U&"a""b;c" UESCAPE '!' from (select 1 as "a""b;c") t;
