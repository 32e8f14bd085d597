CREATE TABLE notes (id bigint, body text);
INSERT INTO notes VALUES (1, 'x');
