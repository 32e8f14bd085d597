package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a type in the place of another of the same name where no statement changes what it is. The
 * columns that have it keep their values, by way of text.
 */
final class TypeReplacement {
  private static final Set<String> COLUMNS = Set.of(ColumnKind.NAME, AttributeKind.NAME);

  private TypeReplacement() {}

  /**
   * The statements.
   *
   * @param kind {@code TYPE} or {@code DOMAIN}
   * @param create the statements that make the new one
   * @param current what there is
   */
  static List<String> statements(
      String kind, Fact from, List<String> create, CatalogSnapshot current) {
    FactKey key = from.key();
    String old = oldName(key);
    List<String> statements = new ArrayList<>();
    statements.add("ALTER %s %s RENAME TO %s".formatted(kind, Ddl.name(key), old));
    statements.addAll(create);
    for (FactKey dependent : current.dependents(key)) {
      if (COLUMNS.contains(dependent.kind())) {
        current.fact(dependent).flatMap(column -> move(column, key)).ifPresent(statements::add);
      }
    }
    statements.add("DROP %s %s".formatted(kind, Ddl.name(key.sibling(old))));
    return statements;
  }

  /** A name that nothing has; the same for each run. */
  static String oldName(FactKey key) {
    return "dbops_old_" + Integer.toHexString(key.hashCode());
  }

  private static Optional<String> move(Fact column, FactKey type) {
    String name = column.attribute("type").orElse("");
    boolean direct = name.equals(Ddl.name(type)) || name.equals(Ddl.name(type) + "[]");
    if (!direct || column.is("inherited") || column.attribute("generated").isPresent()) {
      return Optional.empty();
    }
    String collation = column.attribute("collation").map(each -> " COLLATE " + each).orElse("");
    String quoted = Ddl.quoted(column.key());
    if (column.key().kind().equals(AttributeKind.NAME)) {
      return Optional.of(
          "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s%s CASCADE"
              .formatted(Ddl.container(column), quoted, name, collation));
    }
    String alter = "ALTER COLUMN " + quoted + " ";
    List<String> actions = new ArrayList<>();
    Optional<String> value = column.attribute("default");
    value.ifPresent(each -> actions.add(alter + "DROP DEFAULT"));
    actions.add("%sTYPE %s%s USING %s::text::%2$s".formatted(alter, name, collation, quoted));
    value.ifPresent(each -> actions.add(alter + "SET DEFAULT " + each));
    return Optional.of(
        "ALTER TABLE %s %s".formatted(Ddl.container(column), String.join(", ", actions)));
  }
}
