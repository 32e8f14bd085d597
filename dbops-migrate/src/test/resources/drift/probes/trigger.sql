-- given
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dbops_probe_a')
  THEN CREATE ROLE dbops_probe_a; END IF; END $$;
CREATE TABLE t (a integer, b text);
CREATE TABLE log (a integer);
CREATE TABLE p (a integer) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p DEFAULT;
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION event() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION fire('x');
CREATE TRIGGER parted AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION fire();
CREATE CONSTRAINT TRIGGER ct AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fire();
CREATE TRIGGER "Ünï çode "" quote" AFTER DELETE ON t EXECUTE FUNCTION fire();
CREATE RULE ru AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a);
CREATE POLICY po ON t FOR SELECT TO dbops_probe_a USING (a > 0);
CREATE POLICY checked ON t AS RESTRICTIVE FOR UPDATE USING (a > 0) WITH CHECK (a > 1);
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION event();

-- probe a trigger more
-- differs unexpected trigger public.t.more
CREATE TRIGGER more AFTER INSERT ON t REFERENCING NEW TABLE AS made EXECUTE FUNCTION fire();

-- probe a trigger on a view
-- differs unexpected trigger public.v.more
CREATE TRIGGER more INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION fire();

-- probe a trigger less
-- differs missing trigger public.t.tr
DROP TRIGGER tr ON t;

-- probe an odd trigger less
-- differs missing trigger public.t.Ünï çode " quote
DROP TRIGGER "Ünï çode "" quote" ON t;

-- probe a trigger renamed
-- differs missing trigger public.t.tr
-- differs unexpected trigger public.t.other
ALTER TRIGGER tr ON t RENAME TO other;

-- probe the condition of a trigger
-- differs changed trigger public.t.tr: condition
DROP TRIGGER tr ON t;
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION fire('x');

-- probe the columns of a trigger
-- differs changed trigger public.t.tr: columns
DROP TRIGGER tr ON t;
CREATE TRIGGER tr BEFORE UPDATE OF a, b ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION fire('x');

-- probe when a constraint trigger fires
-- differs changed trigger public.t.ct: initially deferred
DROP TRIGGER ct ON t;
CREATE CONSTRAINT TRIGGER ct AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION fire();

-- probe the time of a trigger
-- differs changed trigger public.t.tr: timing
DROP TRIGGER tr ON t;
CREATE TRIGGER tr AFTER UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION fire('x');

-- probe the function of a trigger
-- differs changed trigger public.t.tr: function
DROP TRIGGER tr ON t;
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION instead('x');

-- probe the arguments of a trigger
-- differs changed trigger public.t.tr: arguments
DROP TRIGGER tr ON t;
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION fire('it''s', 'Ünï \');

-- probe the events of a trigger
-- differs changed trigger public.t.tr: events
DROP TRIGGER tr ON t;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION fire('x');

-- probe a trigger for each row
-- differs changed trigger public.t.Ünï çode " quote: for each
DROP TRIGGER "Ünï çode "" quote" ON t;
CREATE TRIGGER "Ünï çode "" quote" AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION fire();

-- probe the rows that a trigger is given
-- differs changed trigger public.t.Ünï çode " quote: old table
DROP TRIGGER "Ünï çode "" quote" ON t;
CREATE TRIGGER "Ünï çode "" quote" AFTER DELETE ON t REFERENCING OLD TABLE AS gone EXECUTE FUNCTION fire();

-- probe the table that a constraint trigger refers to
-- differs changed trigger public.t.ct: references
DROP TRIGGER ct ON t;
CREATE CONSTRAINT TRIGGER ct AFTER INSERT ON t FROM log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fire();

-- probe a trigger that is disabled in one partition only
-- differs unexpected trigger public.p1.parted
ALTER TABLE p1 DISABLE TRIGGER parted;

-- probe a trigger that fires in one partition only
-- differs changed trigger public.p.parted: enabled
-- differs unexpected trigger public.p1.parted
ALTER TABLE p DISABLE TRIGGER parted;
ALTER TABLE p1 ENABLE ALWAYS TRIGGER parted;

-- probe a disabled trigger
-- differs changed trigger public.t.tr: enabled
ALTER TABLE t DISABLE TRIGGER tr;

-- probe a trigger of replicas
-- differs changed trigger public.t.tr: enabled
ALTER TABLE t ENABLE REPLICA TRIGGER tr;

-- probe a trigger that always fires
-- differs changed trigger public.t.tr: enabled
ALTER TABLE t ENABLE ALWAYS TRIGGER tr;

-- probe a trigger of a partitioned table more
-- differs unexpected trigger public.p.more
CREATE TRIGGER more AFTER DELETE ON p FOR EACH ROW EXECUTE FUNCTION fire();

-- probe a trigger of a partitioned table less
-- differs missing trigger public.p.parted
DROP TRIGGER parted ON p;

-- probe the comment of a trigger
-- differs unexpected comment trigger.public.t.tr
COMMENT ON TRIGGER tr ON t IS 'it''s';

-- probe a rule more
-- differs unexpected rule public.t.more
CREATE RULE more AS ON DELETE TO t DO INSTEAD NOTHING;

-- probe a rule less
-- differs missing rule public.t.ru
DROP RULE ru ON t;

-- probe what a rule does
-- differs changed rule public.t.ru: definition
CREATE OR REPLACE RULE ru AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a + 1);

-- probe a disabled rule
-- differs changed rule public.t.ru: enabled
ALTER TABLE t DISABLE RULE ru;

-- probe the comment of a rule
-- differs unexpected comment rule.public.t.ru
COMMENT ON RULE ru ON t IS 'x';

-- probe a policy more
-- differs unexpected policy public.t.Ünï çode " quote
CREATE POLICY "Ünï çode "" quote" ON t AS RESTRICTIVE FOR INSERT TO CURRENT_USER WITH CHECK (a > 0);

-- probe a policy less
-- differs missing policy public.t.po
DROP POLICY po ON t;

-- probe the roles of a policy
-- differs changed policy public.t.po: roles
ALTER POLICY po ON t TO PUBLIC;

-- probe which rows a policy shows
-- differs changed policy public.t.po: using
ALTER POLICY po ON t USING (a > 7);

-- probe which rows a policy lets in
-- differs changed policy public.t.checked: check
ALTER POLICY checked ON t WITH CHECK (a > 7);

-- probe a policy without its check
-- differs changed policy public.t.checked: check
DROP POLICY checked ON t;
CREATE POLICY checked ON t AS RESTRICTIVE FOR UPDATE USING (a > 0);

-- probe a policy that permits
-- differs changed policy public.t.checked: restrictive
DROP POLICY checked ON t;
CREATE POLICY checked ON t FOR UPDATE USING (a > 0) WITH CHECK (a > 1);

-- probe the command of a policy
-- differs changed policy public.t.po: command
DROP POLICY po ON t;
CREATE POLICY po ON t FOR DELETE TO dbops_probe_a USING (a > 0);

-- probe the comment of a policy
-- differs unexpected comment policy.public.t.po
COMMENT ON POLICY po ON t IS 'x';

-- probe an event trigger more
-- differs unexpected event trigger more
CREATE EVENT TRIGGER more ON sql_drop EXECUTE FUNCTION event();

-- probe an event trigger less
-- differs missing event trigger et
DROP EVENT TRIGGER et;

-- probe the tags of an event trigger
-- differs changed event trigger et: tags
DROP EVENT TRIGGER et;
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE VIEW', 'DROP VIEW') EXECUTE FUNCTION event();

-- probe the event of an event trigger
-- differs changed event trigger et: event
DROP EVENT TRIGGER et;
CREATE EVENT TRIGGER et ON ddl_command_start WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION event();

-- probe a disabled event trigger
-- differs changed event trigger et: enabled
ALTER EVENT TRIGGER et DISABLE;

-- probe the comment of an event trigger
-- differs unexpected comment event trigger.et
COMMENT ON EVENT TRIGGER et IS 'x';
