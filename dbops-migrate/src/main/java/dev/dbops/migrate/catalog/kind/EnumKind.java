package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enum; its labels are its members. */
final class EnumKind implements CatalogKind {
  static final String NAME = "enum";

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
               e.labels AS members,
               pg_get_userbyid(t.typowner) AS owner,
               t.typacl::text[] AS acl,
               CASE WHEN t.typacl IS NOT NULL
                    THEN acldefault('T', t.typowner)::text[] END AS "acl default"
          FROM pg_type t
          LEFT JOIN (SELECT enumtypid, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
                       FROM pg_enum
                      GROUP BY enumtypid) e ON e.enumtypid = t.oid
         WHERE t.typtype = 'e' AND t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TYPE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE TYPE %s AS ENUM (%s)"
            .formatted(
                Ddl.name(fact.key()),
                fact.members().stream()
                    .map(SqlIdentifier::quoteLiteral)
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(
      Fact from, Fact to, CatalogSnapshot current, CatalogSnapshot target) {
    return Optional.of(
        replaces(from, to)
            ? TypeReplacement.statements(
                to.key(), "text", drop(from, current), create(to, target), current, target)
            : additions(from, to));
  }

  /** Whether a label goes or changes its place. */
  @Override
  public boolean replaces(Fact from, Fact to) {
    List<String> kept = new ArrayList<>(to.members());
    kept.retainAll(from.members());
    return !kept.equals(from.members());
  }

  @Override
  public boolean dependentsForbid(Fact from, Fact to) {
    return replaces(from, to);
  }

  private static List<String> additions(Fact from, Fact to) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < to.members().size(); i++) {
      String label = to.members().get(i);
      if (!from.members().contains(label)) {
        statements.add(
            "ALTER TYPE %s ADD VALUE %s%s"
                .formatted(
                    Ddl.name(to.key()), SqlIdentifier.quoteLiteral(label), place(i, from, to)));
      }
    }
    return statements;
  }

  private static String place(int index, Fact from, Fact to) {
    if (index > 0) {
      return " AFTER " + SqlIdentifier.quoteLiteral(to.members().get(index - 1));
    }
    return from.members().isEmpty()
        ? ""
        : " BEFORE " + SqlIdentifier.quoteLiteral(from.members().get(0));
  }
}
