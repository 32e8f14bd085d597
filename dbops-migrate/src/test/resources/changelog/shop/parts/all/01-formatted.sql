--liquibase formatted sql

--changeset ann:refunds
CREATE TABLE refunds (
  id bigint,
  order_id bigint REFERENCES orders (id)
);
CREATE INDEX refunds_order ON refunds (order_id);
--rollback DROP INDEX refunds_order;
--rollback DROP TABLE refunds;

--changeset "bob the second":"no split" splitStatements:false runInTransaction:false
-- dbops:ignore batch-size: a few rows only
UPDATE refunds SET order_id = NULL;
/* liquibase rollback
UPDATE refunds SET order_id = 1;
*/
