package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A state in lines, such as {@code describe.sql.txt} makes of a server's catalog. */
final class StateDescription {
  private final SchemaState state;
  private final List<String> lines = new ArrayList<>();

  StateDescription(SchemaState state) {
    this.state = state;
  }

  List<String> lines() {
    state.tables().forEach(this::describe);
    state.others.sequences().keys().forEach(name -> lines.add("sequence " + text(name)));
    return lines;
  }

  private void describe(TableState table) {
    String name = text(table.name());
    String kind = table.isPartitioned() ? "PARTITIONED_TABLE" : table.kind().name();
    Optional<String> parent = state.partitionedParent(table).map(each -> text(each.name()));
    lines.add(
        "table %s %s %s partition of %s"
            .formatted(name, kind, table.persistence(), parent.orElse("-")));
    if (!table.isView()) {
      table.columns().values().forEach(column -> describe(name, column));
    }
    table.constraints().values().stream()
        .filter(each -> each.kind() != ConstraintState.Kind.NOT_NULL)
        .forEach(constraint -> describe(name, constraint));
    table.indexes().values().forEach(index -> describe(name, index));
  }

  private void describe(String table, ColumnState column) {
    String type =
        column.type().map(each -> each.name() + (each.array() ? "[]" : "")).orElse("unknown");
    lines.add(
        "column %s.%s %s %s%s%s"
            .formatted(
                table,
                column.name(),
                type,
                column.notNull() ? "not null" : "null",
                column.generation() == ColumnState.Generation.IDENTITY ? " identity" : "",
                column.generation() == ColumnState.Generation.STORED ? " stored" : ""));
  }

  private void describe(String table, ConstraintState constraint) {
    List<String> columns =
        constraint.kind() == ConstraintState.Kind.CHECK
            ? constraint.columns().stream().sorted().toList()
            : constraint.columns();
    lines.add(
        "constraint %s.%s %s %s %s%s"
            .formatted(
                table,
                constraint.name(),
                constraint.kind(),
                columns,
                constraint.validated() ? "validated" : "not valid",
                constraint.references().map(this::describe).orElse("")));
  }

  private String describe(ConstraintState.Reference reference) {
    String target = state.table(reference.table()).map(each -> text(each.name())).orElse("?");
    return " references " + target + " " + reference.columns();
  }

  private void describe(String table, IndexState index) {
    List<String> keys =
        index.keys().stream().map(key -> key.column().orElse("(expression)")).toList();
    lines.add(
        "index %s.%s %s %s include %s%s%s part of %s"
            .formatted(
                table,
                index.name(),
                index.method(),
                keys,
                index.include(),
                index.unique() ? " unique" : "",
                index.isPartial() ? " partial" : "",
                index.attachedTo().orElse("-")));
  }

  private static String text(ObjectName name) {
    return name.schema() + "." + name.name();
  }
}
