-- versions: 18-18
-- given
CREATE TABLE audit_log (id bigint, entry text);

-- when
ALTER TABLE audit_log
  -- finding: primary-key-blocks-reads-and-writes
  ADD PRIMARY KEY (id);
