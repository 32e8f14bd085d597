-- given
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE TRIGGER skip_same BEFORE UPDATE ON orders
  FOR EACH ROW EXECUTE PROCEDURE suppress_redundant_updates_trigger();

-- when
-- finding: trigger-change-blocks-writes
DROP TRIGGER skip_same ON orders;
