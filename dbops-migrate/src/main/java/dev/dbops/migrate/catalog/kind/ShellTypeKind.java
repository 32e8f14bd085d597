package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** A type of which there is no more than a name. */
final class ShellTypeKind implements CatalogKind {

  @Override
  public String name() {
    return "shell type";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_type";
  }

  @Override
  public String query() {
    return """
        SELECT t.oid,
               t.typnamespace AS parent,
               t.typname AS name,
               pg_get_userbyid(t.typowner) AS owner
          FROM pg_type t
         WHERE t.typtype = 'p' AND NOT t.typisdefined AND t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TYPE " + Ddl.name(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of("CREATE " + reference(fact.key()));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
