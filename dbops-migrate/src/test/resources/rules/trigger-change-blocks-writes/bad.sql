-- given
CREATE TABLE orders (id bigint PRIMARY KEY, note text);

-- when
-- finding: trigger-change-blocks-writes
CREATE TRIGGER skip_same BEFORE UPDATE ON orders
  FOR EACH ROW EXECUTE PROCEDURE suppress_redundant_updates_trigger();
-- finding: trigger-change-blocks-writes
ALTER TABLE orders DISABLE TRIGGER skip_same;
