-- given
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, note text);

-- when
CREATE INDEX idx_orders_customer ON orders (customer_id);
	CREATE INDEX "idx ""<ü>"" & 'co'" ON public.orders (note);
-- dbops:ignore create-index-blocks-writes: the table is <empty> & new
CREATE INDEX idx_orders_note ON orders (note);
-- dbops:ignore create-index-blocks-writes: no longer so
SELECT 1;
this is not SQL;
