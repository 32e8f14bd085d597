package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.AlterTableAction.DropColumn;
import java.util.List;
import java.util.Optional;

/** {@code DROP COLUMN}. */
public final class DropColumnBreaksApplication implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-column-breaks-application")
          .title("Dropping a column breaks running versions of the application that still name it")
          .severity(Severity.WARNING)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              While the new version is deployed the old one runs on, and its statements name the column: \
              Hibernate and JPA list all columns in every SELECT and INSERT. The data is gone for good, and \
              so are the indexes and constraints with the column in them.\
              """)
          .instead(
              """
              Deploy a version that does not know the column, with its NOT NULL and default out of the \
              way of new rows; drop the column when no older version runs.\
              """)
          .exempt(
              "The table or the column is created in the same changeset or deploy.",
              "The column is known not to exist.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-COLUMN")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .ifPresent(
            alter -> alter.actions(DropColumn.class).forEach(drop -> check(alter, drop, context)));
  }

  private static void check(LiveAlter alter, DropColumn drop, RuleContext context) {
    String column = drop.column().value();
    if (context.schema().isNewColumn(alter.statement().table(), column)
        || isKnownToBeAbsent(alter.table(), column)) {
      return;
    }
    alter
        .finding(
            context,
            drop,
            "Dropping %s of %s breaks running versions of the application that still name it%s"
                .formatted(drop.column().text(), alter.tableName(), indexes(alter.table(), column)))
        .report();
  }

  private static boolean isKnownToBeAbsent(Optional<TableState> table, String column) {
    return table.filter(each -> each.complete() && each.column(column).isEmpty()).isPresent();
  }

  private static String indexes(Optional<TableState> table, String column) {
    List<String> names =
        table.stream()
            .flatMap(each -> each.indexesOn(column).stream())
            .map(IndexState::name)
            .toList();
    return names.isEmpty() ? "" : ", and drops " + Words.list("the index", "the indexes", names);
  }
}
