-- statements: 3
-- since: 16
select json_object('a' : 1, 'b': 2, 'c' :3, 'd':e, f :g) from t;
select json_objectagg(k : v), json_objectagg(k:v returning jsonb) from t;
select json_object('a' : json_object('b' :c), 'd' : (array[1,2,3])[i:j]) from t;
