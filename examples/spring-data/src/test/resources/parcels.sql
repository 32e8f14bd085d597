CREATE TABLE parcel (
  id bigint PRIMARY KEY,
  city text NOT NULL,
  label jsonb NOT NULL
);

INSERT INTO parcel (id, city, label) VALUES
  (1, 'Oslo', '{"size": "L", "kilos": 7, "fragile": true}'),
  (2, 'Bergen', '{"size": "L", "kilos": 4}'),
  (3, 'Odda', '{"size": "S", "kilos": 1, "fragile": false}');
