package dev.dbops.migrate.catalog.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The sequences of which the role may not see how far they have counted. */
final class UnreadablePositions {
  private UnreadablePositions() {}

  /** A sentence for each, in order. */
  static List<String> find(Statement statement) throws SQLException {
    List<String> sentences = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT format('position of sequence %s, which needs the privilege USAGE or SELECT',
                          c.oid::regclass)
              FROM pg_class c
             WHERE c.relkind = 'S' AND c.oid >= 16384 AND c.relpersistence <> 't'
               AND CASE WHEN c.relkind = 'S'
                        THEN NOT has_sequence_privilege(c.oid, 'USAGE, SELECT') END
               AND NOT EXISTS (SELECT FROM pg_depend d
                                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                  AND d.deptype = 'e')
             ORDER BY 1
            """)) {
      while (row.next()) {
        sentences.add(row.getString(1));
      }
    }
    return sentences;
  }
}
