-- given
CREATE TABLE audit_log (id bigint, entry text);
CREATE UNIQUE INDEX audit_log_id ON audit_log (id);

-- when
ALTER TABLE audit_log
  -- finding: primary-key-using-nullable-index
  ADD CONSTRAINT audit_log_pkey PRIMARY KEY USING INDEX audit_log_id;
