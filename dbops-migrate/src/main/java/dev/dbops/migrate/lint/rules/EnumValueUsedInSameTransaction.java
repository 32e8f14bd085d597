package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.EnumState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.TransactionBlock;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Update;
import java.util.Optional;

/** A label of an enum that is used before the transaction that adds it is committed. */
public final class EnumValueUsedInSameTransaction implements Rule {
  /** From here on a type that the transaction itself created may be used with all its labels. */
  private static final int NEW_TYPE_IS_SAFE = 17;

  private static final RuleInfo INFO =
      RuleInfo.rule("enum-value-used-in-same-transaction")
          .title("A new value of an enum cannot be used in the transaction that adds it")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              Until ALTER TYPE … ADD VALUE is committed the server refuses every use of the value: \
              "unsafe use of new value". The migration fails, in tests as well as in production.\
              """)
          .instead("Add the value in a changeset of its own, before the one that uses it.")
          .exempt(
              "The enum is created in the same transaction (from PostgreSQL 17).",
              "The value is only named in a function, whose body runs later.",
              "A constant of the same text that meets a column of another type, or one of which the"
                  + " type is not known.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    // Before, it is refused in any transaction block, which another rule tells.
    if (context.targetVersion() < TransactionBlock.ADDS_ENUM_VALUE
        || context.placed().nesting() == PlacedStatement.Nesting.FUNCTION
        || !readsConstants(context.statement())) {
      return;
    }
    for (PlacedStatement earlier : context.earlierInTransaction(AlterType.class)) {
      if (earlier.statement() instanceof AlterType add
          && add.kind() == AlterType.Kind.ADD_VALUE
          && add.value().isPresent()
          && isUnsafe(add, add.value().get(), context)
          && EnumConstant.isUsed(add.type(), add.value().get(), context)) {
        report(earlier, add, context);
        return;
      }
    }
  }

  private static boolean readsConstants(Statement statement) {
    return statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Delete
        || statement instanceof Merge
        || statement instanceof Select
        || statement instanceof AlterTable
        || statement instanceof CreateTable
        || statement instanceof CreateTableAs
        || statement instanceof CreateView
        || statement instanceof CreateIndex;
  }

  private static boolean isUnsafe(AlterType add, String label, RuleContext context) {
    SchemaState schema = context.schema();
    Optional<EnumState> type = schema.enumType(add.type());
    boolean newAsWell =
        context.targetVersion() >= NEW_TYPE_IS_SAFE && type.filter(schema::isNew).isPresent();
    return !newAsWell && type.filter(each -> !schema.isUncommitted(each, label)).isEmpty();
  }

  private static void report(PlacedStatement added, AlterType add, RuleContext context) {
    context
        .finding(
            "The value %s is used in the transaction that adds it to %s, which the server refuses"
                .formatted(
                    SqlIdentifier.quoteLiteral(add.value().orElseThrow()), add.type().text()))
        .fix(
            OnlineForm.safe(
                OnlineStep.inTransaction(added.text(), "in a changeset of its own"),
                OnlineStep.inTransaction(context.placed().text(), "")))
        .report();
  }
}
