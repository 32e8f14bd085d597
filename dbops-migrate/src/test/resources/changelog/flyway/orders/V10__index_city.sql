CREATE INDEX CONCURRENTLY orders_city ON orders (city);
