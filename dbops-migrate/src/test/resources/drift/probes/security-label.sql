-- given
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;
INSERT INTO pg_seclabel VALUES ('t'::regclass, 'pg_class'::regclass, 0, 'selinux', 'first');

-- probe a label of a table
-- by hand the server takes labels only while their provider is loaded
-- differs unexpected security label view.public.v.selinux
INSERT INTO pg_seclabel VALUES ('v'::regclass, 'pg_class'::regclass, 0, 'selinux', 'x');

-- probe a label of a column
-- by hand the server takes labels only while their provider is loaded
-- differs unexpected security label column.public.t.a.selinux
INSERT INTO pg_seclabel VALUES ('t'::regclass, 'pg_class'::regclass, 1, 'selinux', 'x');

-- probe a label changed
-- by hand the server takes labels only while their provider is loaded
-- differs changed security label table.public.t.selinux: label
UPDATE pg_seclabel SET label = 'second';

-- probe a label less
-- by hand the server takes labels only while their provider is loaded
-- differs missing security label table.public.t.selinux
DELETE FROM pg_seclabel;

-- probe a label of another provider
-- by hand the server takes labels only while their provider is loaded
-- differs unexpected security label table.public.t.Ünï "
INSERT INTO pg_seclabel VALUES ('t'::regclass, 'pg_class'::regclass, 0, 'Ünï "', 'first');

-- probe a label of a schema
-- by hand the server takes labels only while their provider is loaded
-- differs unexpected security label schema.public.selinux
INSERT INTO pg_seclabel VALUES ('public'::regnamespace, 'pg_namespace'::regclass, 0, 'selinux', 'x');
