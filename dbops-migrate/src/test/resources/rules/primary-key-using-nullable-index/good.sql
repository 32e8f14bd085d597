-- transaction: none
-- versions: 12-18
-- given
CREATE TABLE audit_log (id bigint, entry text);
CREATE UNIQUE INDEX audit_log_id ON audit_log (id);

-- when
ALTER TABLE audit_log ADD CONSTRAINT audit_log_id_filled CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE audit_log VALIDATE CONSTRAINT audit_log_id_filled;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_pkey PRIMARY KEY USING INDEX audit_log_id;
