package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.DomainUse;
import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a domain was to demand, demanded by the tables that have columns of it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">ALTER DOMAIN</a>
 */
public final class DomainCheck {
  private DomainCheck() {}

  /**
   * A check of each column, which looks at the rows while reads and writes go on.
   *
   * @param condition in which VALUE stands for the column
   * @return empty if there are no columns
   */
  public static Optional<OnlineForm> check(
      AlterDomain statement, String condition, List<DomainUse> uses, StatementContext context) {
    List<OnlineStep> steps = new ArrayList<>();
    for (DomainUse use : uses) {
      String column = SqlIdentifier.quote(use.column().name());
      String name =
          DefaultNames.choose(
              use.table().name().name(),
              List.of(use.column().name()),
              "check",
              taken -> use.table().constraint(taken).isPresent());
      NamedConstraint check =
          new NamedConstraint(
              SqlIdentifier.quote(name),
              "CHECK (" + Renamed.in(condition, Set.of("value"), each -> column) + ")");
      steps.addAll(NotValidConstraint.steps(alter(use, statement.domain(), context), check));
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW));
  }

  private static String alter(DomainUse use, QualifiedName domain, StatementContext context) {
    return "ALTER TABLE " + Neighbour.of(domain, context.before()).sql(use.table().name());
  }
}
