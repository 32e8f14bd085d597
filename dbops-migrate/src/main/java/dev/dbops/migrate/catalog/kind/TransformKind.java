package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the values of a type reach a language and come back. */
final class TransformKind implements CatalogKind {

  @Override
  public String name() {
    return "transform";
  }

  @Override
  public String catalog() {
    return "pg_transform";
  }

  @Override
  public String query() {
    return """
        SELECT t.oid,
               'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname) AS name,
               CASE WHEN t.trffromsql <> 0 THEN t.trffromsql::regprocedure::text END AS "from sql",
               CASE WHEN t.trftosql <> 0 THEN t.trftosql::regprocedure::text END AS "to sql"
          FROM pg_transform t
          JOIN pg_language l ON l.oid = t.trflang
         WHERE t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TRANSFORM " + key.simpleName();
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE OR REPLACE %s (%s)"
            .formatted(
                reference(fact.key()),
                fact.attributes().entrySet().stream()
                    .map(
                        way ->
                            way.getKey().toUpperCase(Locale.ROOT)
                                + " WITH FUNCTION "
                                + way.getValue())
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }
}
