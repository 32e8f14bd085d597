package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.DomainState;
import dev.dbops.migrate.catalog.DomainUse;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.online.DomainCheck;
import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.DomainAction;
import dev.dbops.migrate.sql.Expression;
import java.util.List;
import java.util.Optional;

/** {@code ALTER DOMAIN} that checks the values that are there. */
public final class DomainConstraintBlocksWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("domain-constraint-blocks-writes")
          .title(
              "A constraint on a domain blocks writes to every table that uses it while all rows are read")
          .severity(Severity.ERROR)
          .blocks(Blocks.WRITES)
          .lock(LockMode.SHARE, Work.SCAN)
          .why(
              """
              ALTER DOMAIN … ADD CONSTRAINT, SET NOT NULL and also VALIDATE CONSTRAINT read \
              every row of every table with a column of the domain, under a SHARE lock on each: \
              nobody writes to any of these tables until all are read.\
              """)
          .instead(
              """
              Add a CHECK to each of the tables instead, NOT VALID at first, and VALIDATE it in \
              a later transaction, which lets writes through. A constraint of the domain that is \
              added NOT VALID takes a moment and holds for new values; it can stay as it is.\
              """)
          .exempt(
              "The domain is created in the same changeset or deploy, or no table is known to use it.",
              "The constraint is added NOT VALID.",
              "All tables that use the domain are new.")
          .documentation("https://www.postgresql.org/docs/current/sql-alterdomain.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof AlterDomain alter)) {
      return;
    }
    Optional<DomainState> domain = context.schema().domain(alter.domain());
    Optional<String> condition = condition(alter.action(), domain);
    List<DomainUse> uses =
        domain.map(each -> DomainUse.of(each, context.schema())).orElseGet(List::of).stream()
            .filter(use -> !context.schema().isNew(use.table()))
            .toList();
    if (condition.isEmpty() || (domain.isPresent() && uses.isEmpty())) {
      return;
    }
    FindingDraft finding =
        context
            .finding(alter.action().span(), message(alter, uses))
            .fix(DomainCheck.check(alter, condition.get(), uses, context.statementContext()));
    uses.stream().findFirst().ifPresent(use -> finding.on(use.table().name()));
    finding.report();
  }

  /** What all values are checked for; empty if none are. */
  private static Optional<String> condition(DomainAction action, Optional<DomainState> domain) {
    if (action instanceof DomainAction.SetNotNull) {
      return domain.filter(DomainState::notNull).isPresent()
          ? Optional.empty()
          : Optional.of("VALUE IS NOT NULL");
    }
    if (action instanceof DomainAction.ValidateConstraint validate) {
      return domain.isEmpty()
          ? Optional.of("VALUE")
          : domain
              .map(each -> each.checks().get(validate.constraint().value()))
              .filter(check -> !check.validated())
              .flatMap(ConstraintState::condition)
              .map(Expression::text);
    }
    return action instanceof DomainAction.AddConstraint add
        ? condition(add.constraint())
        : Optional.empty();
  }

  private static Optional<String> condition(Constraint constraint) {
    if (constraint.notValid()) {
      return Optional.empty();
    }
    if (constraint.definition() instanceof Constraint.Check check) {
      return Optional.of(check.condition().text());
    }
    return constraint.definition() instanceof Constraint.NotNull
        ? Optional.of("VALUE IS NOT NULL")
        : Optional.empty();
  }

  private static String message(AlterDomain alter, List<DomainUse> uses) {
    List<String> tables = uses.stream().map(use -> use.table().name().name()).distinct().toList();
    return "Checking the values of the domain %s blocks writes to %s while all rows are read"
        .formatted(
            alter.domain().text(),
            tables.isEmpty()
                ? "every table that uses it"
                : Words.list("the table", "the tables", tables));
  }
}
