package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** A text search parser. */
final class TextSearchParserKind implements CatalogKind {

  @Override
  public String name() {
    return "text search parser";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_ts_parser";
  }

  @Override
  public String query() {
    return """
        SELECT p.oid,
               p.prsnamespace AS parent,
               p.prsname AS name,
               p.prsstart::text AS start,
               p.prstoken::text AS gettoken,
               p.prsend::text AS "end",
               NULLIF(p.prsheadline::text, '-') AS headline,
               p.prslextype::text AS lextypes
          FROM pg_ts_parser p
         WHERE p.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TEXT SEARCH PARSER " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s %s"
            .formatted(
                reference(fact.key()),
                Parameters.of(fact).sql("start", "gettoken", "end", "headline", "lextypes")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
