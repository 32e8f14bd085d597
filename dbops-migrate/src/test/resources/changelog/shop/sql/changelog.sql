--liquibase formatted sql
--property name:orders.table value:orders

--changeset ann:orders context:!never labels:schema
--comment The beginning
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT count(*) FROM pg_tables WHERE tablename = 'orders'
CREATE TABLE ${orders.table} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the key
  customer varchar(80) NOT NULL, /* who */
  note text DEFAULT 'a;b--c'
);
COMMENT ON TABLE orders IS 'what was bought';
--rollback DROP TABLE orders;

--changeset ann:backfill runInTransaction:false stripComments:false
-- dbops:ignore backfill-in-one-statement: ten rows
UPDATE orders SET note = '';
--rollback UPDATE orders SET note = NULL; UPDATE orders SET note = 'x';

--changeset ann:trigger splitStatements:false
CREATE FUNCTION order_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- nothing; really
  RETURN NEW;
END $$;
CREATE TRIGGER order_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION order_touch();
--rollback DROP TRIGGER order_touch ON orders;
--rollback DROP FUNCTION order_touch();

--changeset ann:delimiter endDelimiter://
UPDATE orders SET note = 'one; two' //
UPDATE orders
  SET note = 'three'
//
--rollback empty

--changeset ann:other-database dbms:oracle
SELECT 1 FROM dual;

--changeset ann:ignored-lines
--ignoreLines:start
THIS IS NOT SQL;
--ignoreLines:end
SELECT 1;
--rollback not required
