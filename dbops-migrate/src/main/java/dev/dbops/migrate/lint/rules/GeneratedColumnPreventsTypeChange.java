package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import java.util.List;

/** {@code ALTER COLUMN … TYPE} of a column that a generated column is computed from. */
public final class GeneratedColumnPreventsTypeChange implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("generated-column-prevents-type-change")
          .title(
              "A column that a generated column is computed from keeps its type: the change fails")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              The server refuses to change the type of a column that stands in the expression of a \
              generated column, stored or virtual, even to a type that stores the same values, and \
              the migration fails.""")
          .instead(
              """
              Drop the generated column and add it again after the change. A stored one is computed for \
              all rows then, while nobody can read or write: on a large table, have a new column of the \
              new type filled in batches, and a new generated column over that.""")
          .exempt(
              "No generated column of the table is known to name the column.",
              "The generated column is dropped before, or by the same statement.")
          .documentation("https://www.postgresql.org/docs/current/ddl-generated-columns.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof AlterTable alter) {
      for (AlterColumnType change : alter.actions(AlterColumnType.class)) {
        List<String> computed = ComputedFrom.columns(alter, change, context.schema());
        if (!computed.isEmpty()) {
          context
              .finding(
                  change.span(),
                  "Changing %s to %s fails: %s computed from it"
                      .formatted(
                          change.column().text(),
                          change.type().text(),
                          Words.list("the generated column", "the generated columns", computed)
                              + (computed.size() == 1 ? " is" : " are")))
              .on(alter.table())
              .report();
        }
      }
    }
  }
}
