package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Columns as they stand in CREATE TABLE and after ADD COLUMN. */
final class ColumnDefinition {
  /** What is said in it; all else takes statements of its own. */
  private static final Set<String> SAID =
      Set.of("type", "collation", "not null", "default", "generated", "generated as");

  private static final String FOREIGN_OPTION = "foreign option ";

  private ColumnDefinition() {}

  /** All columns of a table, with the NOT NULL constraints that have names. */
  static String all(Fact table, CatalogSnapshot in) {
    return columns(table, in).stream()
        .map(column -> "\n  " + of(column, in))
        .collect(Collectors.joining(","));
  }

  private static List<Fact> columns(Fact table, CatalogSnapshot in) {
    return table.members().stream()
        .flatMap(column -> in.fact(table.key().part(ColumnKind.NAME, column)).stream())
        .toList();
  }

  static String of(Fact column, CatalogSnapshot in) {
    StringBuilder sql = new StringBuilder(Ddl.quoted(column.key()));
    sql.append(' ').append(column.attribute("type").orElseThrow());
    sql.append(ForeignOptions.all(column, FOREIGN_OPTION));
    column.attribute("collation").ifPresent(name -> sql.append(" COLLATE ").append(name));
    column.attribute("default").ifPresent(value -> sql.append(" DEFAULT ").append(value));
    column
        .attribute("generated")
        .ifPresent(
            expression ->
                sql.append(" GENERATED ALWAYS AS (")
                    .append(expression)
                    .append(") ")
                    .append(upper(column.attribute("generated as").orElse("stored"))));
    if (column.attribute("identity").isPresent()) {
      sql.append(' ').append(identity(column));
    }
    if (column.is("not null")) {
      sql.append(" NOT NULL");
    }
    notNull(column, in)
        .ifPresent(
            constraint ->
                sql.append(" CONSTRAINT ")
                    .append(Ddl.quoted(constraint.key()))
                    .append(" NOT NULL")
                    .append(constraint.is("no inherit") ? " NO INHERIT" : ""));
    return sql.toString();
  }

  /** GENERATED … AS IDENTITY, with what its sequence does otherwise than by default. */
  static String identity(Fact column) {
    StringBuilder options = new StringBuilder();
    column
        .attribute("identity sequence")
        .ifPresent(
            name ->
                options
                    .append("SEQUENCE NAME ")
                    .append(Ddl.name(List.of(column.key().name().get(0), name))));
    options.append(' ').append(SequenceOptions.ofIdentity(column).said());
    return "GENERATED %s AS IDENTITY%s"
        .formatted(
            upper(column.attribute("identity").orElseThrow()),
            options.toString().isBlank() ? "" : " (" + options.toString().strip() + ")");
  }

  /** The constraint that can be said with the column: not one that is yet to be validated. */
  private static Optional<Fact> notNull(Fact column, CatalogSnapshot in) {
    return in.in(NotNullKind.NAME, column.key().container()).stream()
        .filter(
            constraint ->
                constraint.attribute("column").equals(Optional.of(column.key().simpleName()))
                    && !constraint.is("not valid"))
        .findFirst();
  }

  /** The statements that say of a table's columns what CREATE TABLE cannot. */
  static List<String> settings(Fact table, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    columns(table, in).forEach(column -> statements.addAll(settings(column, in, new ColumnKind())));
    return statements;
  }

  static List<String> settings(Fact column, CatalogSnapshot in, ColumnKind kind) {
    SortedMap<String, String> said = new TreeMap<>(column.attributes());
    said.keySet()
        .removeIf(
            name ->
                !SAID.contains(name)
                    && !name.startsWith("identity")
                    && !name.startsWith(FOREIGN_OPTION));
    return kind.alter(Fact.of(column.key(), said), column, in).orElse(List.of());
  }

  /** The table, its columns and what is said with them. */
  static Set<FactKey> createdWith(Fact table, CatalogSnapshot in) {
    Set<FactKey> keys = new HashSet<>();
    keys.add(table.key());
    columns(table, in).forEach(column -> keys.addAll(createdWithColumn(column, in)));
    return keys;
  }

  static Set<FactKey> createdWithColumn(Fact column, CatalogSnapshot in) {
    Set<FactKey> keys = new HashSet<>(Set.of(column.key()));
    notNull(column, in).ifPresent(constraint -> keys.add(constraint.key()));
    return keys;
  }

  static String upper(String words) {
    return words.toUpperCase(Locale.ROOT);
  }

  /**
   * Families of types between which values are converted without USING, losing nothing silently.
   */
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("smallint", "number"),
          Map.entry("integer", "number"),
          Map.entry("bigint", "number"),
          Map.entry("numeric", "number"),
          Map.entry("real", "number"),
          Map.entry("double precision", "number"),
          Map.entry("text", "text"),
          Map.entry("character varying", "text"),
          Map.entry("character", "text"),
          Map.entry("date", "time"),
          Map.entry("timestamp without time zone", "time"),
          Map.entry("timestamp with time zone", "time"));

  /** Whether a value of one type becomes one of the other by assignment. */
  static boolean convertsByItself(String from, String to) {
    String one = withoutModifier(from);
    String other = withoutModifier(to);
    return one.equals(other)
        || FAMILIES.containsKey(one) && FAMILIES.get(one).equals(FAMILIES.getOrDefault(other, ""));
  }

  /** Such as {@code timestamp without time zone} of {@code timestamp(3) without time zone}. */
  private static String withoutModifier(String type) {
    int open = type.indexOf('(');
    int close = type.indexOf(')');
    return open < 0 || close < open || type.startsWith("\"")
        ? type
        : type.substring(0, open) + type.substring(close + 1);
  }
}
