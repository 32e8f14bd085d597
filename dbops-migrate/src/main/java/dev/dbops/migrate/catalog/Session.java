package dev.dbops.migrate.catalog;

import java.util.List;

/**
 * What the session that runs the statements stands at.
 *
 * @param searchPath the schemas that unqualified names are looked for in; the first is where
 *     objects are created
 * @param unit of what is run at once: what it makes is new to it
 * @param transaction counts transactions, each statement outside of one included
 * @param inTransaction whether what comes next can still be rolled back with what went before
 */
record Session(List<String> searchPath, int unit, int transaction, boolean inTransaction) {
  Session {
    searchPath = List.copyOf(searchPath);
  }
}
