package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** An access method of tables or indexes. */
final class AccessMethodKind implements CatalogKind {

  @Override
  public String name() {
    return "access method";
  }

  @Override
  public String catalog() {
    return "pg_am";
  }

  @Override
  public String query() {
    return """
        SELECT m.oid,
               m.amname AS name,
               CASE m.amtype WHEN 't' THEN 'table' ELSE 'index' END AS type,
               m.amhandler::text AS handler
          FROM pg_am m
         WHERE m.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "ACCESS METHOD " + Ddl.name(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s TYPE %s HANDLER %s"
            .formatted(
                reference(fact.key()),
                fact.attribute("type").orElseThrow(),
                fact.attribute("handler").orElseThrow()));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
