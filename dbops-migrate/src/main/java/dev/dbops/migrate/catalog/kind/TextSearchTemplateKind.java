package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** A text search template. */
final class TextSearchTemplateKind implements CatalogKind {

  @Override
  public String name() {
    return "text search template";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_ts_template";
  }

  @Override
  public String query() {
    return """
        SELECT t.oid,
               t.tmplnamespace AS parent,
               t.tmplname AS name,
               NULLIF(t.tmplinit::text, '-') AS init,
               t.tmpllexize::text AS lexize
          FROM pg_ts_template t
         WHERE t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TEXT SEARCH TEMPLATE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s %s".formatted(reference(fact.key()), Parameters.of(fact).sql("init", "lexize")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
