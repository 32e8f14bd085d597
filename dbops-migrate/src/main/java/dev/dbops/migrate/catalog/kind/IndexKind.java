package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** An index; that of a constraint is made with the constraint. */
final class IndexKind implements CatalogKind {
  @Override
  public String name() {
    return "index";
  }

  @Override
  public List<String> parents() {
    return List.of(TableKind.NAME, "materialized view");
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               i.indrelid AS parent,
               c.relname AS name,
               k.oid IS NOT NULL AS hidden,
               CASE WHEN k.oid IS NULL THEN pg_get_indexdef(c.oid) END AS definition,
               CASE WHEN NOT i.indisvalid AND c.relkind = 'i' THEN 'invalid' END AS validity
          FROM pg_index i
          JOIN pg_class c ON c.oid = i.indexrelid
          LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.conrelid = i.indrelid
                                   AND k.contype IN ('p', 'u', 'x')
         WHERE c.oid >= 16384 AND c.relnamespace <> 'pg_toast'::regnamespace
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "INDEX " + Ddl.inSchema(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(fact.attribute("definition").orElseThrow());
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP INDEX " + Ddl.inSchema(fact.key()));
  }
}
