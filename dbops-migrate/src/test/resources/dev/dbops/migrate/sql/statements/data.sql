-- Queries and changes of data, transactions and settings.

SELECT o.*, lower(l.name) FROM sales.orders o JOIN "Lines" l ON pg_catalog.abs(o.id) = l.id
  WHERE EXISTS (SELECT 1 FROM other) FOR UPDATE SKIP LOCKED;
--> Select tables=[sales.orders, Lines«"Lines"», other] forUpdate functions=[lower, abs]

WITH moved AS (DELETE FROM orders WHERE done RETURNING *), fixed AS (UPDATE lines SET a = 1)
  SELECT count(*) FROM moved;
--> Select tables=[moved] functions=[count]
-->   Delete table=orders where=«done» «DELETE FROM orders WHERE done RETURNING *»
-->   Update table=lines columns=[a] «UPDATE lines SET a = 1»

VALUES (1), (2);
--> Select

TABLE orders;
--> Select tables=[orders]

INSERT INTO sales.orders (a, b) VALUES (1, 'x'), (2, 'y') ON CONFLICT DO NOTHING;
--> Insert table=sales.orders

INSERT INTO orders SELECT * FROM old;
--> Insert table=orders fromQuery sources=[old]

WITH moved AS (DELETE FROM old RETURNING *) INSERT INTO orders SELECT * FROM moved;
--> Insert table=orders fromQuery
-->   Delete table=old «DELETE FROM old RETURNING *»

UPDATE ONLY sales.orders AS o SET total = 1, ("Größe", b) = (2, 3) FROM lines WHERE o.id = lines.order_id AND NOT done;
--> Update table=sales.orders columns=[total, Größe«"Größe"», b] where=«o.id = lines.order_id AND NOT done» joined

UPDATE orders SET a = 1;
--> Update table=orders columns=[a]

UPDATE orders SET a = 1 WHERE CURRENT OF c;
--> Update table=orders columns=[a] where=«CURRENT OF c»

DELETE FROM orders USING lines WHERE orders.id = lines.id;
--> Delete table=orders where=«orders.id = lines.id» joined

MERGE INTO sales.orders o USING new n ON o.id = n.id WHEN MATCHED THEN DO NOTHING;
--> Merge table=sales.orders sources=[new]

COPY sales.orders (a, b) FROM '/data/orders' WITH (FORMAT csv, LOG_VERBOSITY silent);
--> Copy table=sales.orders from

COPY (SELECT 1) TO STDOUT;
--> Copy

CALL sales.archive(1, 'x');
--> Call procedure=sales.archive

BEGIN ISOLATION LEVEL SERIALIZABLE;
--> TransactionControl kind=BEGIN

START TRANSACTION;
--> TransactionControl kind=BEGIN

COMMIT AND CHAIN;
--> TransactionControl kind=COMMIT

END;
--> TransactionControl kind=COMMIT

ROLLBACK;
--> TransactionControl kind=ROLLBACK

ABORT;
--> TransactionControl kind=ROLLBACK

SAVEPOINT "Here";
--> TransactionControl kind=SAVEPOINT savepoint=Here«"Here"»

RELEASE SAVEPOINT here;
--> TransactionControl kind=RELEASE savepoint=here

ROLLBACK TO here;
--> TransactionControl kind=ROLLBACK_TO savepoint=here

PREPARE TRANSACTION 'x';
--> TransactionControl kind=PREPARE

COMMIT PREPARED 'x';
--> TransactionControl kind=OTHER

SET LOCAL lock_timeout = '5s';
--> SetVariable name=lock_timeout value=5s local

SET search_path TO sales, "$user";
--> SetVariable name=search_path value=sales, "$user"

SET SCHEMA 'it''s';
--> SetVariable name=search_path value=it's

SET NAMES 'UTF8';
--> SetVariable name=client_encoding value=UTF8

SET my.deep.setting = on;
--> SetVariable name=my.deep.setting value=on

SET statement_timeout TO DEFAULT;
--> SetVariable name=statement_timeout

RESET my.setting;
--> SetVariable name=my.setting

SET TIME ZONE 'UTC';
--> SetVariable name=timezone value=UTC

RESET TIME ZONE;
--> SetVariable name=timezone

PREPARE p AS SELECT 1;
--> OtherStatement command=PREPARE

SELEC 1;
--> Unparsed reason="SELEC" is not expected here at=«SELEC»

SELECT a FROM;
--> Unparsed reason=the statement ends too early at=«»

SELECT pg_catalog.set_config('lock_timeout', '2s', false);
--> Select functions=[set_config]
-->   SetVariable name=lock_timeout value=2s «pg_catalog.set_config('lock_timeout', '2s', false)»

SELECT set_config('Search_Path', name, true) FROM tenants;
--> Select tables=[tenants] functions=[set_config]
-->   SetVariable name=search_path value=name local «set_config('Search_Path', name, true)»

RESET ALL;
--> SetVariable name=all

WITH old AS (SELECT * FROM archive a JOIN years USING (year)) INSERT INTO orders
  SELECT * FROM old, (SELECT 1 FROM customers) c WHERE EXISTS (SELECT 1 FROM lines);
--> Insert table=orders fromQuery sources=[archive, years, customers]

MERGE INTO orders o USING (SELECT * FROM staged) s ON s.id = o.id WHEN NOT MATCHED THEN INSERT (id) VALUES ((SELECT max(id) FROM ids));
--> Merge table=orders sources=[staged]
