-- Views over ${orders.table}.
CREATE VIEW cheap_orders AS
  SELECT * FROM ${orders.table} WHERE total < 10; -- cheap

CREATE VIEW dear_orders AS SELECT * FROM orders WHERE total >= 10;
