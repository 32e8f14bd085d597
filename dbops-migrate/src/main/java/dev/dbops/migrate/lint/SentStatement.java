package dev.dbops.migrate.lint;

import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Statement;

/**
 * A statement as it goes to the server.
 *
 * @param call the number of the call that sends it, counted within the changeset
 * @param firstInCall whether no other statement goes before it in the same call
 */
record SentStatement(RawStatement raw, Statement statement, int call, boolean firstInCall) {}
