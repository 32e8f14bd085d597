package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * The database as a whole, whatever its name: two that are compared have different ones. What
 * cannot be changed once it is made, such as its encoding, is not told.
 */
public final class DatabaseKind implements CatalogKind {
  /** The one database that a snapshot tells of. */
  public static final FactKey KEY = FactKey.of("database", "itself");

  private static final String NAME_AT_RUN_TIME = "current_database()";

  @Override
  public String name() {
    return KEY.kind();
  }

  @Override
  public String catalog() {
    return "pg_database";
  }

  @Override
  public String query() {
    return """
        SELECT d.oid,
               'itself' AS name,
               NULLIF(d.datconnlimit, -1) AS "connection limit",
               d.datistemplate AS template,
               pg_get_userbyid(d.datdba) AS owner,
               d.datacl::text[] AS acl,
               CASE WHEN d.datacl IS NOT NULL
                    THEN acldefault('d', d.datdba)::text[] END AS "acl default"
          FROM pg_database d
         WHERE d.datname = current_database()
        """;
  }

  @Override
  public boolean isInEveryDatabase() {
    return true;
  }

  @Override
  public String reference(FactKey key) {
    return "DATABASE " + NAME_AT_RUN_TIME;
  }

  /** No statement takes the name of the database from the session. */
  @Override
  public String executable(String statement) {
    int name = statement.indexOf(NAME_AT_RUN_TIME);
    return inDatabase(
        statement.substring(0, name), statement.substring(name + NAME_AT_RUN_TIME.length()));
  }

  /**
   * A statement with the name of the database that it runs in.
   *
   * @param before what stands before the name
   * @param after what stands after it
   */
  static String inDatabase(String before, String after) {
    String body =
        "BEGIN EXECUTE %s || quote_ident(current_database()) || %s; END"
            .formatted(SqlIdentifier.quoteLiteral(before), SqlIdentifier.quoteLiteral(after));
    return "DO " + (body.contains("$$") ? SqlIdentifier.quoteLiteral(body) : "$$ " + body + " $$");
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  /** It is there. */
  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of();
  }

  /** It stays. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of();
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .when("connection limit", limit -> with("CONNECTION LIMIT " + limit.orElse("-1")))
        .when("template", template -> with("IS_TEMPLATE " + template.orElse("false")))
        .statements();
  }

  private static String with(String option) {
    return inDatabase("ALTER DATABASE ", " " + option);
  }
}
