package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A publication; what it publishes are facts of their own, unless it is all tables. */
final class PublicationKind implements CatalogKind {
  static final String NAME = "publication";
  private static final String OPTION = "option ";

  /** What the server takes for an option when nothing is said. */
  private static final Map<String, String> USUAL =
      Map.of(
          "publish", "insert, update, delete, truncate",
          "publish_via_partition_root", "false",
          "publish_generated_columns", "none");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String catalog() {
    return "pg_publication";
  }

  @Override
  public String query() {
    return """
        SELECT p.oid,
               p.pubname AS name,
               p.puballtables AS "all tables",
               CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate)
                    THEN concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
                                         CASE WHEN p.pubupdate THEN 'update' END,
                                         CASE WHEN p.pubdelete THEN 'delete' END,
                                         CASE WHEN p.pubtruncate THEN 'truncate' END)
               END AS "option publish",
               p.pubviaroot AS "option publish_via_partition_root", -- since 13
               CASE p.pubgencols WHEN 's' THEN 'stored' END AS "option publish_generated_columns", -- since 18
               pg_get_userbyid(p.pubowner) AS owner
          FROM pg_publication p
         WHERE p.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "PUBLICATION " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String options =
        fact.attributes().keySet().stream()
            .filter(name -> name.startsWith(OPTION))
            .map(name -> option(name, fact))
            .collect(Collectors.joining(", "));
    return List.of(
        "CREATE %s%s%s"
            .formatted(
                reference(fact.key()),
                fact.is("all tables") ? " FOR ALL TABLES" : "",
                options.isEmpty() ? "" : " WITH (" + options + ")"));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .whenMatches(
            name -> name.startsWith(OPTION),
            name -> "ALTER %s SET (%s)".formatted(reference(to.key()), option(name, to)))
        .statements();
  }

  private static String option(String attribute, Fact fact) {
    String name = attribute.substring(OPTION.length());
    return name
        + " = "
        + SqlIdentifier.quoteLiteral(
            fact.attribute(attribute).orElse(USUAL.getOrDefault(name, "")));
  }
}
