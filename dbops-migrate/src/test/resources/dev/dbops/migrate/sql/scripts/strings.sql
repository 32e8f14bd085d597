-- statements: 6
select 'a;b', 'it''s; quoted', '', '''', ''';''';
select '\', 'a backslash does not escape; here\';
select '-- no comment; ', '/* nor this; ';
select 'one;'
  'two;'
  -- between; them
  'three;';
select 'one' as "a;b", 'x'::text;
select n'national; text', 'line
break;
';
