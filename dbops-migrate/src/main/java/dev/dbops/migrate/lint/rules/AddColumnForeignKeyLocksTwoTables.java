package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.QualifiedName;

/** {@code ADD COLUMN … REFERENCES} without a default. */
public final class AddColumnForeignKeyLocksTwoTables implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("add-column-foreign-key-locks-two-tables")
          .title("A new column with a foreign key blocks a table while it waits for another")
          .severity(Severity.WARNING)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              ADD COLUMN … REFERENCES takes an ACCESS EXCLUSIVE lock on the table, and with that in hand \
              waits for a SHARE ROW EXCLUSIVE lock on the referenced one: as long as somebody writes \
              there, nobody reads or writes here.\
              """)
          .instead(
              """
              Add the column alone. Then add the foreign key NOT VALID, which lets reads through, and \
              VALIDATE it in a later transaction.\
              """)
          .exempt(
              "One of the tables is created in the same changeset or deploy.",
              "The table refers to itself.",
              "The column has a default: see add-column-foreign-key-blocks-reads-and-writes.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-COLUMN")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedColumn added : AddedColumn.in(context)) {
      if (!added.looksUpRows()) {
        added
            .column()
            .find(Constraint.ForeignKey.class)
            .map(Constraint.ForeignKey::referenced)
            .filter(referenced -> isAnotherInUse(referenced, added, context))
            .ifPresent(
                referenced ->
                    added.reportBlocked(
                        "The new column", "it waits for a lock on " + referenced.text(), context));
      }
    }
  }

  private static boolean isAnotherInUse(
      QualifiedName referenced, AddedColumn added, RuleContext context) {
    return !context.isNew(referenced)
        && !context
            .schema()
            .resolve(referenced)
            .equals(context.schema().resolve(added.alter().statement().table()));
  }
}
