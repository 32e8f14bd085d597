-- given
CREATE TABLE audit_log (id bigint NOT NULL, entry text);

-- when
ALTER TABLE audit_log
  -- finding: primary-key-blocks-reads-and-writes
  ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);
