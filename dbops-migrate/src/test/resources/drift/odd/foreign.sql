-- Publications and foreign data.
CREATE FOREIGN DATA WRAPPER "odd ""wrapper""" OPTIONS (debug 'it''s', "a b" 'c');
CREATE SERVER "odd ""server""" TYPE 'it''s' VERSION '1.0' FOREIGN DATA WRAPPER "odd ""wrapper""" OPTIONS (host 'h', "a b" '\');
CREATE USER MAPPING FOR PUBLIC SERVER "odd ""server""";
CREATE USER MAPPING FOR dbops_probe_a SERVER "odd ""server""" OPTIONS ("user" 'remote');
CREATE SCHEMA abroad;
CREATE FOREIGN TABLE abroad.far (a integer OPTIONS (column_name 'it''s') NOT NULL, b text DEFAULT 'x', CONSTRAINT positive CHECK (a > 0))
  SERVER "odd ""server""" OPTIONS (table_name 'far', "a b" 'c');
CREATE TABLE abroad.parted (a integer NOT NULL, b text) PARTITION BY RANGE (a);
CREATE FOREIGN TABLE abroad.part PARTITION OF abroad.parted FOR VALUES FROM (0) TO (9) SERVER "odd ""server""";
CREATE TABLE abroad.told (a integer PRIMARY KEY, b text);
CREATE TABLE abroad."told too" (a integer PRIMARY KEY, b text);
CREATE PUBLICATION "all ""of it""" FOR ALL TABLES WITH (publish = 'insert');
CREATE PUBLICATION chosen FOR TABLE abroad.told, ONLY abroad."told too";
CREATE PUBLICATION none;
CREATE PUBLICATION filtered FOR TABLE abroad.told WHERE (a > 5), TABLES IN SCHEMA closed_abroad; -- since 15
CREATE SCHEMA closed_abroad;
