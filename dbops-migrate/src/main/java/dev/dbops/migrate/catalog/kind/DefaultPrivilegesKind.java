package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/**
 * What roles may do with things that a role will make, in one schema or in all. It is no fact of
 * its own: each grantee is, as with privileges to a thing.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER
 *     DEFAULT PRIVILEGES</a>
 */
final class DefaultPrivilegesKind implements CatalogKind {
  private static final String FOR_ROLE = " FOR ROLE ";

  private final boolean inSchema;

  private DefaultPrivilegesKind(boolean inSchema) {
    this.inSchema = inSchema;
  }

  static DefaultPrivilegesKind everywhere() {
    return new DefaultPrivilegesKind(false);
  }

  static DefaultPrivilegesKind inSchema() {
    return new DefaultPrivilegesKind(true);
  }

  @Override
  public String name() {
    return inSchema ? "default privileges in schema" : "default privileges";
  }

  @Override
  public List<String> parents() {
    return inSchema ? List.of(SchemaKind.NAME) : List.of();
  }

  @Override
  public String catalog() {
    return "pg_default_acl";
  }

  /** In a schema they come on top of those that hold everywhere, which replace the server's. */
  @Override
  public String query() {
    return """
        SELECT d.oid,
               true AS hidden,
        %s
               CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                                    WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                                    WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END
                 || ' FOR ROLE ' || quote_ident(pg_get_userbyid(d.defaclrole)) AS name,
               pg_get_userbyid(d.defaclrole) AS "acl owner",
               d.defaclacl::text[] AS acl
          FROM pg_default_acl d
         WHERE %s
        """
        .formatted(
            inSchema
                ? "d.defaclnamespace AS parent,"
                : "acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END,"
                    + " d.defaclrole)::text[] AS \"acl default\",",
            inSchema ? "d.defaclnamespace <> 0" : "d.defaclnamespace = 0");
  }

  /** The things that will be made. */
  @Override
  public String reference(FactKey key) {
    return key.simpleName().substring(0, key.simpleName().indexOf(FOR_ROLE));
  }

  @Override
  public String grantPrefix(FactKey key) {
    return "ALTER DEFAULT PRIVILEGES"
        + key.simpleName().substring(key.simpleName().indexOf(FOR_ROLE))
        + (inSchema ? " IN SCHEMA " + Ddl.schema(key) : "")
        + " ";
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of();
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of();
  }
}
