-- given
CREATE TABLE folders (id bigint PRIMARY KEY);

-- when
ALTER TABLE folders
  -- finding: foreign-key-without-index
  ADD COLUMN parent bigint REFERENCES folders;
