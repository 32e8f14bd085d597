-- What the server does to an empty table of one indexed column when the type of that changes from
-- each type of a list to each other: one row for every change that it accepts.
CREATE FUNCTION type_changes(types text[])
  RETURNS TABLE (from_type text, to_type text, rewritten boolean, index_rebuilt boolean)
  LANGUAGE plpgsql
AS $$
DECLARE
  table_file oid;
  index_file oid;
BEGIN
  FOREACH from_type IN ARRAY types LOOP
    EXECUTE 'CREATE TABLE changing (c ' || from_type || ')';
    BEGIN
      CREATE INDEX changing_index ON changing (c);
    EXCEPTION WHEN undefined_object THEN
      NULL; -- the type has no order
    END;
    table_file := pg_relation_filenode('changing');
    index_file := pg_relation_filenode(to_regclass('changing_index'));
    FOREACH to_type IN ARRAY types LOOP
      BEGIN
        EXECUTE 'ALTER TABLE changing ALTER c TYPE ' || to_type || ' USING c::' || to_type;
        rewritten := table_file <> pg_relation_filenode('changing');
        index_rebuilt := index_file <> pg_relation_filenode(to_regclass('changing_index'));
        RAISE EXCEPTION 'done';
      EXCEPTION
        WHEN raise_exception THEN
          RETURN NEXT;
        WHEN OTHERS THEN
          NULL; -- there is no such cast
      END;
    END LOOP;
    DROP TABLE changing;
  END LOOP;
END
$$;
