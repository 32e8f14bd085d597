package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** That a table inherits from another. */
final class InheritanceKind implements CatalogKind {
  static final String NAME = "inheritance";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return ColumnKind.TABLES;
  }

  @Override
  public String catalog() {
    return "pg_inherits";
  }

  @Override
  public String query() {
    return """
        SELECT h.inhrelid AS oid,
               h.inhseqno AS subid,
               h.inhrelid AS parent,
               h.inhparent AS needs,
               CASE WHEN p.relnamespace = c.relnamespace THEN p.relname
                    ELSE quote_ident(n.nspname) || '.' || quote_ident(p.relname) END AS name,
               quote_ident(n.nspname) || '.' || quote_ident(p.relname) AS "sql parent"
          FROM pg_inherits h
          JOIN pg_class c ON c.oid = h.inhrelid AND NOT c.relispartition
          JOIN pg_class p ON p.oid = h.inhparent
          JOIN pg_namespace n ON n.oid = p.relnamespace
         WHERE c.relkind IN ('r', 'p', 'f') AND c.oid >= 16384
        """;
  }

  /** No statement names it. */
  @Override
  public String reference(FactKey key) {
    return "TABLE " + Ddl.name(key.container());
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s INHERIT %s"
            .formatted(Ddl.container(fact), fact.attribute("sql parent").orElseThrow()));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s NO INHERIT %s"
            .formatted(Ddl.container(fact), fact.attribute("sql parent").orElseThrow()));
  }
}
