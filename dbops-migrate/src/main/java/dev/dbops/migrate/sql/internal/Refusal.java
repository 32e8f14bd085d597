package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Unparsed;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the grammar lets pass and the server would refuse, so that nothing behind the parser has to
 * think of it: keys without columns, and more columns, constraints or sub-commands than a table can
 * have columns, each of which others may compare with each.
 *
 * @see <a href="https://www.postgresql.org/docs/current/limits.html">PostgreSQL's limits</a>
 */
final class Refusal {
  /** As many columns as a table can have. */
  private static final int MAX_PARTS = 1_600;

  private Refusal() {}

  /** The statement, or {@link Unparsed} with the reason. */
  static Statement check(Statement statement) {
    return reason(statement)
        .<Statement>map(reason -> new Unparsed(reason, statement.span(), statement.span()))
        .orElse(statement);
  }

  private static Optional<String> reason(Statement statement) {
    if (parts(statement) > MAX_PARTS) {
      return Optional.of("it has more than " + MAX_PARTS + " columns, constraints or sub-commands");
    }
    return constraints(statement).anyMatch(Refusal::isKeyOfNothing)
        ? Optional.of("a key in it names neither columns nor an index")
        : Optional.empty();
  }

  private static int parts(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return alter.actions().size();
    }
    if (statement instanceof CreateTable create) {
      int clauses = create.columns().stream().mapToInt(each -> each.constraints().size()).sum();
      return create.columns().size() + create.constraints().size() + clauses;
    }
    return statement instanceof CreateIndex index
        ? index.columns().size() + index.include().size()
        : 0;
  }

  /** The constraints that stand by themselves; those of a column are on that column. */
  private static Stream<Constraint> constraints(Statement statement) {
    if (statement instanceof AlterTable alter) {
      return alter.actions(AlterTableAction.AddConstraint.class).stream()
          .map(AlterTableAction.AddConstraint::constraint);
    }
    return statement instanceof CreateTable create ? create.constraints().stream() : Stream.of();
  }

  private static boolean isKeyOfNothing(Constraint constraint) {
    if (constraint.definition() instanceof Constraint.Unique unique) {
      return unique.columns().isEmpty() && unique.usingIndex().isEmpty();
    }
    return constraint.definition() instanceof Constraint.PrimaryKey key
        && key.columns().isEmpty()
        && key.usingIndex().isEmpty();
  }
}
