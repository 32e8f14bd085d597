-- given
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN small AS positive CHECK (VALUE < 100);
CREATE TABLE "Städte" (id bigint PRIMARY KEY, "Größe" small, others positive[]);

-- when
-- finding: drop-type-loses-columns
DROP DOMAIN positive CASCADE;
