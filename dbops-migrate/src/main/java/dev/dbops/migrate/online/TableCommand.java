package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.AlterTable;

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
}
