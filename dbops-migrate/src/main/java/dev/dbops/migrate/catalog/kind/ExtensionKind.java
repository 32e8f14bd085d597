package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/** An extension. What belongs to it is no fact: its version says all. */
final class ExtensionKind implements CatalogKind {
  private static final String VERSION = "version";
  private static final String SCHEMA = "schema";

  @Override
  public String name() {
    return "extension";
  }

  @Override
  public String catalog() {
    return "pg_extension";
  }

  @Override
  public String query() {
    return """
        SELECT e.oid,
               e.extname AS name,
               e.extversion AS version,
               n.nspname AS schema
          FROM pg_extension e
          JOIN pg_namespace n ON n.oid = e.extnamespace
         WHERE e.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "EXTENSION " + Ddl.name(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE EXTENSION %s SCHEMA %s VERSION %s"
            .formatted(
                Ddl.name(fact.key()),
                SqlIdentifier.quote(fact.attribute(SCHEMA).orElse("public")),
                SqlIdentifier.quoteLiteral(fact.attribute(VERSION).orElse(""))));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP EXTENSION " + Ddl.name(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .when(
            VERSION,
            version ->
                "ALTER EXTENSION %s UPDATE TO %s"
                    .formatted(Ddl.name(to.key()), SqlIdentifier.quoteLiteral(version.orElse(""))))
        .when(
            SCHEMA,
            schema ->
                "ALTER EXTENSION %s SET SCHEMA %s"
                    .formatted(Ddl.name(to.key()), SqlIdentifier.quote(schema.orElse("public"))))
        .statements();
  }
}
