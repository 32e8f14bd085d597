package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The relations of the users' schemas, as one session sees them at one moment. */
record Relations(Map<Long, Relation> byOid) {
  /** In a query over pg_class c and pg_namespace n: what belongs to users and lasts. */
  static final String OF_USERS =
      "n.nspname !~ '^pg_(catalog|toast|temp)' AND n.nspname <> 'information_schema'";

  static Relations seenBy(Connection session) throws SQLException {
    Map<Long, Relation> byOid = new LinkedHashMap<>();
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT c.oid, n.nspname, c.relname, c.relkind, coalesce(i.indrelid, c.oid),
                       coalesce(pg_relation_filenode(c.oid), 0), pg_stat_get_xact_numscans(c.oid)
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  LEFT JOIN pg_index i ON i.indexrelid = c.oid
                 WHERE c.relkind IN ('r', 'p', 'm', 'i', 'I') AND %s
                 ORDER BY n.nspname, c.relname
                """
                    .formatted(OF_USERS))) {
      while (row.next()) {
        long oid = row.getLong(1);
        ObjectName name = new ObjectName(row.getString(2), row.getString(3));
        RelationKind kind = RelationKind.of(row.getString(4));
        long scans = kind.isIndex() ? 0 : row.getLong(7);
        byOid.put(oid, new Relation(oid, name, kind, row.getLong(5), row.getLong(6), scans));
      }
    }
    return new Relations(byOid);
  }

  Optional<Relation> get(long oid) {
    return Optional.ofNullable(byOid.get(oid));
  }

  Optional<ObjectName> name(long oid) {
    return get(oid).map(Relation::name);
  }

  Stream<Relation> stream() {
    return byOid.values().stream();
  }
}
