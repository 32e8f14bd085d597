package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What sessions in the database begin with, those of all roles or of one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdatabase.html">ALTER DATABASE</a>
 */
final class SettingKind implements CatalogKind {
  private static final String FOR_ROLE = " FOR ROLE ";

  /** Those whose values are lists of names, which the server quotes one by one. */
  private static final Set<String> LISTS =
      Set.of(
          "local_preload_libraries",
          "search_path",
          "session_preload_libraries",
          "temp_tablespaces");

  @Override
  public String name() {
    return "setting";
  }

  @Override
  public Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return Optional.of(DatabaseKind.KEY);
  }

  @Override
  public String catalog() {
    return "pg_db_role_setting";
  }

  @Override
  public String query() {
    return """
        SELECT s.setrole AS oid,
               split_part(c.setting, '=', 1)
                 || CASE WHEN s.setrole <> 0
                         THEN ' FOR ROLE ' || quote_ident(pg_get_userbyid(s.setrole))
                         ELSE '' END AS name,
               substr(c.setting, strpos(c.setting, '=') + 1) AS value
          FROM pg_db_role_setting s
          JOIN pg_database d ON d.oid = s.setdatabase
         CROSS JOIN unnest(s.setconfig) AS c (setting)
         WHERE d.datname = current_database()
        """;
  }

  /** No statement names it alone. */
  @Override
  public String reference(FactKey key) {
    return key.simpleName();
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String name = parameter(fact.key());
    String value = fact.attribute("value").orElse("");
    return List.of(
        change(
            fact.key(),
            "SET %s TO %s"
                .formatted(
                    quoted(name),
                    LISTS.contains(name)
                        ? SettingList.literals(value)
                        : SqlIdentifier.quoteLiteral(value))));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(change(fact.key(), "RESET " + quoted(parameter(fact.key()))));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }

  private static String change(FactKey key, String change) {
    int role = key.simpleName().indexOf(FOR_ROLE);
    return DatabaseKind.inDatabase(
        role < 0
            ? "ALTER DATABASE "
            : "ALTER ROLE %s IN DATABASE "
                .formatted(key.simpleName().substring(role + FOR_ROLE.length())),
        " " + change);
  }

  private static String parameter(FactKey key) {
    int role = key.simpleName().indexOf(FOR_ROLE);
    return role < 0 ? key.simpleName() : key.simpleName().substring(0, role);
  }

  /** One with a dot belongs to an extension or an application. */
  private static String quoted(String parameter) {
    return Arrays.stream(parameter.split("\\."))
        .map(SqlIdentifier::quote)
        .collect(Collectors.joining("."));
  }
}
