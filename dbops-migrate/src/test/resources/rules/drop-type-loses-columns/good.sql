-- given
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE unused AS ENUM ('a', 'b');
CREATE TABLE diary (id bigint PRIMARY KEY, mood text NOT NULL);

-- when
DROP TYPE mood;
DROP TYPE unused CASCADE;
