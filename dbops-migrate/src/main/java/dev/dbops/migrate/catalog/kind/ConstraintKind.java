package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** A constraint of a table, whatever it demands. */
final class ConstraintKind implements CatalogKind {
  @Override
  public String name() {
    return "constraint";
  }

  @Override
  public List<String> parents() {
    return ColumnKind.TABLES;
  }

  @Override
  public String catalog() {
    return "pg_constraint";
  }

  @Override
  public String query() {
    return """
        SELECT k.oid,
               k.conrelid AS parent,
               k.conname AS name,
               pg_get_constraintdef(k.oid) AS definition
          FROM pg_constraint k
         WHERE k.oid >= 16384 AND k.contype IN ('p', 'u', 'x', 'c', 'f', 'n')
           AND NOT (k.contype IN ('c', 'n') AND k.coninhcount > 0 AND NOT k.conislocal)
           AND NOT (k.contype = 'f' AND k.conparentid <> 0)
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "CONSTRAINT %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s ADD CONSTRAINT %s %s"
            .formatted(
                Ddl.container(fact),
                Ddl.quoted(fact.key()),
                fact.attribute("definition").orElseThrow()));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s DROP CONSTRAINT %s".formatted(Ddl.container(fact), Ddl.quoted(fact.key())));
  }
}
