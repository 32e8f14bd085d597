-- given
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE diary (id bigint PRIMARY KEY, mood mood NOT NULL);

-- when
-- finding: drop-type-loses-columns
DROP TYPE mood CASCADE;
