-- versions: 17-18
-- given
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  net numeric(12, 2),
  gross numeric GENERATED ALWAYS AS (net * 1.19) STORED);

-- when
-- finding: generated-expression-change-rewrites
ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (net * 1.2);
