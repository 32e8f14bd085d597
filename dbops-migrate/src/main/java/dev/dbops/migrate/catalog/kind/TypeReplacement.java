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
 * columns that have it keep their values: they have another type as long as it is away.
 */
final class TypeReplacement {
  private static final Set<String> COLUMNS = Set.of(ColumnKind.NAME, AttributeKind.NAME);

  private TypeReplacement() {}

  /**
   * The statements.
   *
   * @param via what the columns have meanwhile, such as {@code text}
   * @param drop the statement that drops the old one
   * @param create the statements that make the new one
   * @param current what there is
   * @param target what there should be: a column that is not there has gone by now
   */
  static List<String> statements(
      FactKey type,
      String via,
      List<String> drop,
      List<String> create,
      CatalogSnapshot current,
      CatalogSnapshot target) {
    List<Fact> columns =
        current.dependents(type).stream()
            .filter(key -> COLUMNS.contains(key.kind()) && target.facts().containsKey(key))
            .flatMap(key -> current.fact(key).stream())
            .filter(column -> isOf(type, column))
            .toList();
    List<String> statements = new ArrayList<>();
    columns.forEach(
        column -> statements.add(alter(column, via + (isArray(column) ? "[]" : ""), false)));
    statements.addAll(drop);
    statements.addAll(create);
    columns.forEach(column -> statements.add(alter(column, type(column), true)));
    return statements;
  }

  /**
   * Whether it, or an array of it, is the column's type; the parent's column changes the heirs'.
   */
  private static boolean isOf(FactKey type, Fact column) {
    String name = Ddl.name(type);
    return (type(column).equals(name) || type(column).equals(name + "[]"))
        && !column.is("inherited")
        && column.attribute("generated").isEmpty();
  }

  private static String type(Fact column) {
    return column.attribute("type").orElse("");
  }

  private static boolean isArray(Fact column) {
    return type(column).endsWith("[]");
  }

  private static String alter(Fact column, String type, boolean back) {
    String name = Ddl.quoted(column.key());
    String collation =
        column
            .attribute("collation")
            .filter(any -> back)
            .map(each -> " COLLATE " + each)
            .orElse("");
    if (column.key().kind().equals(AttributeKind.NAME)) {
      return "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s%s CASCADE"
          .formatted(Ddl.container(column), name, type, collation);
    }
    List<String> actions = new ArrayList<>();
    Optional<String> value = column.attribute("default");
    if (!back && value.isPresent()) {
      actions.add("ALTER COLUMN %s DROP DEFAULT".formatted(name));
    }
    actions.add("ALTER COLUMN %s TYPE %s%s USING %1$s::%2$s".formatted(name, type, collation));
    if (back && value.isPresent()) {
      actions.add("ALTER COLUMN %s SET DEFAULT %s".formatted(name, value.get()));
    }
    return "ALTER TABLE %s %s".formatted(Ddl.container(column), String.join(", ", actions));
  }
}
