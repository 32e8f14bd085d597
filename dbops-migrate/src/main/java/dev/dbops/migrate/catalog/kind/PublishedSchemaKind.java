package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/** A schema of whose tables a publication has all, since 15. */
final class PublishedSchemaKind implements CatalogKind {
  @Override
  public String name() {
    return "published schema";
  }

  @Override
  public List<String> parents() {
    return List.of(PublicationKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_publication_namespace";
  }

  @Override
  public String parentCatalog() {
    return "pg_publication";
  }

  @Override
  public String query() {
    return """
        SELECT p.oid, p.oid AS parent, '' AS name FROM pg_publication p WHERE false -- before 15
        SELECT s.oid,                                                               -- since 15
               s.pnpubid AS parent,                                                 -- since 15
               n.nspname AS name                                                    -- since 15
          FROM pg_publication_namespace s                                           -- since 15
          JOIN pg_namespace n ON n.oid = s.pnnspid                                  -- since 15
         WHERE s.oid >= 16384                                                       -- since 15
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "PUBLICATION " + Ddl.name(key.container());
  }

  /** It goes with the schema. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return Optional.of(FactKey.of(SchemaKind.NAME, key.simpleName()))
        .filter(schema -> in.fact(schema).isPresent());
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(change("ADD", fact));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(change("DROP", fact));
  }

  private String change(String how, Fact fact) {
    return "ALTER %s %s TABLES IN SCHEMA %s"
        .formatted(reference(fact.key()), how, SqlIdentifier.quote(fact.key().simpleName()));
  }
}
