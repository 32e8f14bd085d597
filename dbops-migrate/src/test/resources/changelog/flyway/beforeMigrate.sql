SET lock_timeout = 1000;
