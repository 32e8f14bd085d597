CREATE TABLE parcel (
  id bigint PRIMARY KEY,
  city text NOT NULL
);
