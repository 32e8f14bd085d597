-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric NOT NULL);
CREATE MATERIALIZED VIEW revenue AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE UNIQUE INDEX uq_revenue_customer ON revenue (customer_id);

-- when
-- finding: refresh-materialized-view-blocks-reads
REFRESH MATERIALIZED VIEW revenue;
