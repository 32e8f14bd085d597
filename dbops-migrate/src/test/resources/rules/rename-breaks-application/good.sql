-- given
CREATE TABLE customers (id bigint PRIMARY KEY, mail text);

-- when
CREATE TABLE drafts (id bigint PRIMARY KEY, body text);
ALTER TABLE drafts RENAME COLUMN body TO content;
ALTER TABLE drafts RENAME TO letters;
ALTER INDEX drafts_pkey RENAME TO letters_pkey;
