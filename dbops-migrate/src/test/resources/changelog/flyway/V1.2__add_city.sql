ALTER TABLE orders ADD COLUMN city text;
