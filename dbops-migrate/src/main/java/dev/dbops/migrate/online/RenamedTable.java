package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.SqlIdentifier;

/** A table under a new name, with a view of the old name for those who do not know the new one. */
public final class RenamedTable {
  private static final int SECURITY_INVOKER = 15;

  private RenamedTable() {}

  /**
   * Renames a table and leaves a view behind, through which old statements read and write it, by
   * those who were allowed to.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS">Updatable
   *     Views</a>
   */
  public static OnlineForm withView(AlterTable statement, Name to, StatementContext context) {
    String old = statement.table().text();
    String renamed = Neighbour.of(statement.table(), context.before()).sql(to.value());
    return OnlineForm.needsReview(
        OnlineStep.inTransaction(
            context.text(statement.span())
                + ";\nCREATE VIEW "
                + old
                + " AS SELECT * FROM "
                + renamed
                + ";\n"
                + handOver(renamed, old, context.version()),
            "all at once: nobody sees the table without its old name or without their rights"),
        OnlineStep.byHand("DROP VIEW " + old, "when no version runs that uses the old name"));
  }

  /**
   * The rights on a table and its columns stay with it; a view begins with none. It reads with the
   * rights of its owner, past the policies of the table: those need it to read as its reader, who
   * then has to have a right to all columns.
   */
  private static String handOver(String table, String view, int version) {
    String policies =
        version < SECURITY_INVOKER
            ? "RAISE EXCEPTION 'a view does not apply the policies of the table before 15'"
            : "ALTER VIEW " + view + " SET (security_invoker = true)";
    return """
        DO $rights$
        DECLARE
          rights record;
        BEGIN
          FOR rights IN
            SELECT acl.privilege_type || coalesce(' (' || quote_ident(acl.attname) || ')', '') AS kind,
              CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS grantee,
              CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS more
            FROM (
              SELECT NULL::name AS attname, (aclexplode(relacl)).*
              FROM pg_class WHERE oid = %1$s::regclass
              UNION ALL
              SELECT attname, (aclexplode(attacl)).*
              FROM pg_attribute WHERE attrelid = %1$s::regclass AND NOT attisdropped
            ) AS acl
          LOOP
            EXECUTE 'GRANT ' || rights.kind || ' ON ' || %2$s::regclass || ' TO ' || rights.grantee
              || rights.more;
          END LOOP;
          IF (SELECT relrowsecurity FROM pg_class WHERE oid = %1$s::regclass) THEN
            %3$s;
          END IF;
        END
        $rights$\
        """
        .formatted(SqlIdentifier.quoteLiteral(table), SqlIdentifier.quoteLiteral(view), policies);
  }
}
