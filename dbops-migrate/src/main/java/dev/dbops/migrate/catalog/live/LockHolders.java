package dev.dbops.migrate.catalog.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who has locked relations against everybody, or is about to, so that a reader has to wait. */
final class LockHolders {
  private static final int ENOUGH = 10;

  private static final String QUERY =
      """
      SELECT format('%%s is %%s by %%s', c.oid::regclass,
                    CASE WHEN l.granted THEN 'locked' ELSE 'about to be locked' END,
                    COALESCE('process ' || l.pid, 'a prepared transaction')
                    || COALESCE(' of role ' || quote_ident(a.usename), '')
                    || COALESCE(', ' || a.state, '')
                    || COALESCE(', in a transaction since ' || date_trunc('second', a.xact_start),
                                ''))
        FROM pg_locks l
        JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
        JOIN pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        LEFT JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE l.mode = 'AccessExclusiveLock' AND c.relpersistence <> 't'
         AND l.pid IS DISTINCT FROM pg_backend_pid()
       ORDER BY l.granted DESC, 1
       LIMIT %d
      """
          .formatted(ENOUGH);

  private LockHolders() {}

  /** A clause for each of the first few relations. */
  static List<String> find(Statement statement) throws SQLException {
    List<String> clauses = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        clauses.add(row.getString(1));
      }
    }
    return clauses;
  }
}
