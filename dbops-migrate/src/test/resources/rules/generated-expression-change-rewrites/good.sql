-- versions: 18-18
-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  net numeric(12, 2),
  tax numeric GENERATED ALWAYS AS (net * 0.19) STORED,
  gross numeric GENERATED ALWAYS AS (net * 1.19) VIRTUAL);

-- when
ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (net * 1.2);
ALTER TABLE orders ALTER COLUMN tax DROP EXPRESSION;
