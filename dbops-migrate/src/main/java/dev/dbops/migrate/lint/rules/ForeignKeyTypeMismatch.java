package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Name;
import java.util.List;
import java.util.Optional;

/** A foreign key between columns of different types. */
public final class ForeignKeyTypeMismatch implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("foreign-key-type-mismatch")
          .title("The columns of a foreign key have another type than the key they refer to")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              The narrower of the two types runs out of values first, joins have to convert, and between \
              some types, such as integer and numeric, no index serves the look-up.""")
          .instead(
              """
              Declare the referencing column with the type of the column that it refers to. For an \
              integer key that is often bigint.""")
          .exempt("The type of one of the columns is not known.", "One is text, the other varchar.")
          .documentation(
              "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    List<AddedForeignKey> keys = AddedForeignKey.in(context.statement());
    if (!keys.isEmpty()) {
      SchemaState after = context.schemaAfter();
      keys.forEach(key -> check(key, after, context));
    }
  }

  private static void check(AddedForeignKey key, SchemaState after, RuleContext context) {
    Optional<TableState> referencing = after.table(key.table());
    Optional<TableState> referenced = after.table(key.key().referenced());
    if (referencing.isEmpty() || referenced.isEmpty()) {
      return;
    }
    List<String> columns = key.columnNames();
    List<String> targets = targets(key, referenced.get());
    for (int i = 0; i < Math.min(columns.size(), targets.size()); i++) {
      Optional<DataType> type = type(referencing.get(), columns.get(i));
      Optional<DataType> target = type(referenced.get(), targets.get(i));
      if (type.isPresent() && target.isPresent() && differ(type.get(), target.get())) {
        context
            .finding(
                key.span(),
                "%s.%s is %s, but %s.%s is %s"
                    .formatted(
                        key.table().text(),
                        key.columns().get(i).text(),
                        type.get().name(),
                        key.key().referenced().text(),
                        targets.get(i),
                        target.get().name()))
            .on(key.table())
            .report();
      }
    }
  }

  private static List<String> targets(AddedForeignKey key, TableState referenced) {
    List<String> written = key.key().referencedColumns().stream().map(Name::value).toList();
    return written.isEmpty()
        ? referenced.primaryKey().map(ConstraintState::columns).orElseGet(List::of)
        : written;
  }

  private static Optional<DataType> type(TableState table, String column) {
    return table.column(column).flatMap(ColumnState::type);
  }

  private static boolean differ(DataType one, DataType other) {
    return one.array() != other.array() || !comparable(one).equals(comparable(other));
  }

  /** Text and varchar compare as one type. */
  private static String comparable(DataType type) {
    return type.name().equals("character varying") ? "text" : type.name();
  }
}
