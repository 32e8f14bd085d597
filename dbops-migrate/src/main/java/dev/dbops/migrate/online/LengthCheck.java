package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * A shorter string without another type.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-CHECK-CONSTRAINTS">Check
 *     Constraints</a>
 */
public final class LengthCheck {
  private LengthCheck() {}

  /** Whether the type is a string with a length. */
  public static boolean applies(AlterColumnType change) {
    return change.type().name().equals("character varying")
        && !change.type().array()
        && !change.type().modifiers().isEmpty();
  }

  /**
   * Demands the length by a check, which looks at the rows while reads and writes go on.
   *
   * @throws IllegalArgumentException if the type is no {@linkplain #applies string with a length}
   */
  public static OnlineForm add(
      AlterTable statement, AlterColumnType change, StatementContext context) {
    if (!applies(change)) {
      throw new IllegalArgumentException("not a string with a length: " + change.type().text());
    }
    Optional<TableState> table = context.before().table(statement.table());
    String name =
        DefaultNames.choose(
            statement.table().value(),
            List.of(change.column().value()),
            "length",
            taken -> table.flatMap(each -> each.constraint(taken)).isPresent());
    String condition =
        "CHECK (length(%s) <= %d)"
            .formatted(change.column().text(), change.type().modifiers().get(0));
    return new OnlineForm(
        NotValidConstraint.steps(
            new TableCommand(statement, context),
            new NamedConstraint(SqlIdentifier.quote(name), condition)),
        OnlineForm.Safety.NEEDS_REVIEW);
  }
}
