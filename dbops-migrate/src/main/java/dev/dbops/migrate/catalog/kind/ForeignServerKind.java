package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/** A server with foreign tables. */
final class ForeignServerKind implements CatalogKind {
  static final String NAME = "foreign server";
  private static final String OPTION = "option ";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String catalog() {
    return "pg_foreign_server";
  }

  @Override
  public String query() {
    return """
        SELECT s.oid,
               s.srvname AS name,
               w.fdwname AS wrapper,
               s.srvtype AS type,
               s.srvversion AS version,
               s.srvoptions AS option,
               pg_get_userbyid(s.srvowner) AS owner,
               s.srvacl::text[] AS acl,
               CASE WHEN s.srvacl IS NOT NULL
                    THEN acldefault('S', s.srvowner)::text[] END AS "acl default"
          FROM pg_foreign_server s
          JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
         WHERE s.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "SERVER " + Ddl.name(key);
  }

  @Override
  public String grantReference(FactKey key) {
    return "FOREIGN SERVER " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s%s%s FOREIGN DATA WRAPPER %s%s"
            .formatted(
                reference(fact.key()),
                literal(" TYPE ", fact.attribute("type")),
                literal(" VERSION ", fact.attribute("version")),
                SqlIdentifier.quote(fact.attribute("wrapper").orElseThrow()),
                ForeignOptions.all(fact, OPTION)));
  }

  private static String literal(String word, Optional<String> value) {
    return value.map(text -> word + SqlIdentifier.quoteLiteral(text)).orElse("");
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String alter = "ALTER " + reference(to.key()) + " ";
    return Alteration.of(from, to)
        .when(
            "version",
            version -> alter + "VERSION " + version.map(SqlIdentifier::quoteLiteral).orElse("NULL"))
        .whenMatches(
            name -> name.startsWith(OPTION),
            name -> alter + ForeignOptions.change(name, OPTION, from, to))
        .statements();
  }
}
