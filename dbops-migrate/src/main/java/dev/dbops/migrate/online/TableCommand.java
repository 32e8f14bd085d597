package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.DropColumn;
import dev.dbops.migrate.sql.AlterTableAction.DropConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ALTER TABLE} as its author wrote it, to be said of other sub-commands.
 *
 * @param text the text that the statement's spans refer to
 */
record TableCommand(AlterTable statement, String text) {
  /** The statement with another sub-command in place of its own. */
  String with(String action) {
    return text.substring(statement.span().start(), statement.table().span().end()) + " " + action;
  }

  /** The statement with one of its sub-commands alone. */
  AlterTable alone(AlterTableAction action) {
    return with(List.of(action));
  }

  /**
   * The schema as one of the sub-commands finds it: the server drops first, wherever that is
   * written, then goes through those that add constraints in their order.
   *
   * @param before the schema as the statement finds it
   */
  SchemaState asFoundBy(AlterTableAction action, SchemaState before) {
    List<AlterTableAction> done = new ArrayList<>();
    boolean reached = false;
    for (AlterTableAction each : statement.actions()) {
      reached |= each.equals(action);
      if (!reached || each instanceof DropConstraint || each instanceof DropColumn) {
        done.add(each);
      }
    }
    done.remove(action);
    return done.isEmpty() ? before : before.after(with(done));
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
