-- given
CREATE TABLE t (a integer, b text DEFAULT 'x');

-- probe a column more
-- differs unexpected column public.t.c
ALTER TABLE t ADD COLUMN c date;

-- probe a column less
-- differs missing column public.t.b
ALTER TABLE t DROP COLUMN b;
