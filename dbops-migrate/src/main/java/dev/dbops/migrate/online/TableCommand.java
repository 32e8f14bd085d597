package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.DropColumn;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE} as its author wrote it, to be said of other sub-commands. */
record TableCommand(AlterTable statement, StatementContext context) {
  /** The statement up to its sub-commands: {@code ALTER TABLE name}. */
  String alter() {
    return context.text(new Span(statement.span().start(), statement.table().span().end()));
  }

  /** The statement with another sub-command in place of its own. */
  String with(String action) {
    return alter() + " " + action;
  }

  /** The table as it is written. */
  QualifiedName name() {
    return statement.table();
  }

  /** What is known of the table. */
  Optional<TableState> table() {
    return before().table(name());
  }

  /** The schema as the statement finds it. */
  SchemaState before() {
    return context.before();
  }

  /** The statement with one of its sub-commands alone. */
  AlterTable alone(AlterTableAction action) {
    return with(List.of(action));
  }

  /**
   * The schema as one of the sub-commands finds it: the server drops first, wherever that is
   * written, then goes through those that add constraints in their order.
   */
  SchemaState asFoundBy(AlterTableAction action) {
    List<AlterTableAction> done = new ArrayList<>();
    boolean reached = false;
    for (AlterTableAction each : statement.actions()) {
      reached |= each.equals(action);
      if (!reached || each instanceof DropConstraint || each instanceof DropColumn) {
        done.add(each);
      }
    }
    done.remove(action);
    return done.isEmpty() ? before() : before().after(with(done));
  }

  private AlterTable with(List<AlterTableAction> actions) {
    return new AlterTable(
        statement.table(),
        statement.kind(),
        statement.ifExists(),
        statement.only(),
        actions,
        statement.span());
  }
}
