package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.UncheckedTypeChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ALTER COLUMN … TYPE} that keeps the values, of a column with checks. */
public final class TypeChangeRechecks implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("type-change-rechecks")
          .title(
              "A change of type reads every row for the checks of the column, and blocks reads and writes")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE, Work.SCAN)
          .why(
              """
              varchar(50) to text changes no stored value and takes a moment. But a CHECK that \
              names the column is checked again for every row, while the ACCESS EXCLUSIVE lock \
              is held; so are foreign keys whose column is compared otherwise from now on.\
              """)
          .instead(
              """
              In one statement drop the checks, change the type and add the checks NOT VALID: \
              they hold for new rows at once. Then VALIDATE them in a later transaction, which \
              reads the old rows while reads and writes go on.\
              """)
          .exempt(
              "The table is created in the same changeset or deploy.",
              "The check is NOT VALID or NOT ENFORCED, or is dropped in the same statement.",
              "The table is rewritten: column-type-change-rewrites tells that.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (ChangedType change : ChangedType.in(context)) {
      if (!change.rewrites()
          && !change.isWithProvenNotNull(context.targetVersion())
          && !(change.effect().rechecked().isEmpty() && change.effect().foreignKeys().isEmpty())) {
        report(change, context);
      }
    }
  }

  private static void report(ChangedType change, RuleContext context) {
    List<String> read =
        Stream.concat(
                change.effect().rechecked().stream().map(ConstraintState::name),
                change.effect().foreignKeys().stream().map(key -> key.constraint().name()))
            .toList();
    change
        .finding(
            context,
            "Changing %s to %s blocks reads and writes of %s while every row is read for %s"
                .formatted(
                    change.column(),
                    change.type(),
                    change.table(),
                    Words.list("the constraint", "the constraints", read)))
        .fix(fix(change, context))
        .report();
  }

  private static Optional<OnlineForm> fix(ChangedType change, RuleContext context) {
    return change.effect().foreignKeys().isEmpty()
        ? UncheckedTypeChange.withNewChecks(
            change.statement(),
            change.action(),
            change.effect().rechecked(),
            context.statementContext())
        : Optional.empty();
  }
}
