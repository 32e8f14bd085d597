package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A composite type that is not that of the rows of a table; its attributes are made with it. */
final class CompositeTypeKind implements CatalogKind {
  static final String NAME = "composite type";

  @Override
  public String name() {
    return NAME;
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
               pg_get_userbyid(t.typowner) AS owner,
               t.typacl::text[] AS acl,
               CASE WHEN t.typacl IS NOT NULL
                    THEN acldefault('T', t.typowner)::text[] END AS "acl default"
          FROM pg_type t
          JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
         WHERE t.typtype = 'c' AND t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TYPE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE TYPE %s AS (%s)"
            .formatted(
                Ddl.name(fact.key()),
                fact.members().stream()
                    .flatMap(name -> in.fact(fact.key().part(AttributeKind.NAME, name)).stream())
                    .map(AttributeKind::definition)
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Set<FactKey> createdWith(Fact fact, CatalogSnapshot in) {
    Set<FactKey> keys = new HashSet<>();
    keys.add(fact.key());
    fact.members().forEach(name -> keys.add(fact.key().part(AttributeKind.NAME, name)));
    return keys;
  }

  @Override
  public boolean partsAreFacts() {
    return true;
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(List.of());
  }
}
