INSERT INTO orders (note) VALUES ('café');
