package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.online.RecreatedView;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import java.util.List;

/** {@code ALTER COLUMN … TYPE} of a column that a view reads. */
public final class ViewPreventsTypeChange implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("view-prevents-type-change")
          .title("A column that a view reads keeps its type: the change fails")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              A view has the types of its columns from the tables that it reads. The server \
              refuses to change the type of such a column, even to a type that stores the same \
              values, and the migration fails.\
              """)
          .instead(
              """
              Drop the view, change the type and create the view again, in one transaction, with \
              the owner and the grants that it had; a materialized view has to be filled again.\
              """)
          .exempt(
              "No view over the table is known to name the column or to select all columns.",
              "The view is dropped before.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof AlterTable alter)) {
      return;
    }
    alter.actions(AlterColumnType.class).forEach(change -> check(alter, change, context));
  }

  private static void check(AlterTable alter, AlterColumnType change, RuleContext context) {
    List<TableState> views =
        context.schema().table(alter.table()).stream()
            .flatMap(table -> context.schema().viewsOver(table, change.column().value()).stream())
            .toList();
    if (views.isEmpty()) {
      return;
    }
    List<String> names = views.stream().map(view -> view.name().name()).toList();
    context
        .finding(
            change.span(),
            "Changing %s to %s fails: the column is read by %s"
                .formatted(
                    change.column().text(),
                    change.type().text(),
                    Words.list("the view", "the views", names)))
        .on(alter.table())
        .fix(RecreatedView.around(alter, views, context.statementContext()))
        .report();
  }
}
