package dev.dbops.migrate.catalog.live;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what users have made and no kind of fact tells of. It asks the server for its catalogs and
 * each of them for its rows, so that nothing has to be known of a kind to see that it is there.
 */
final class Unseen {
  /** What the things that others are told of with are kept in: defaults with columns, for one. */
  private static final Set<String> TOLD_WITH_OTHERS = Set.of("pg_attrdef", "pg_enum");

  private static final String LARGE_OBJECTS = "pg_largeobject_metadata";

  /** It has passwords, so that not everybody may read it; there is a view without them. */
  private static final String USER_MAPPINGS = "pg_user_mapping";

  /** Which rows of a catalog are there only because another is. */
  private static final Map<String, String> ONLY =
      Map.of(
          "pg_namespace", " AND nspname !~ '^pg_(temp|toast)'",
          "pg_trigger", " AND NOT tgisinternal",
          "pg_rewrite", " AND rulename <> '_RETURN'",
          "pg_constraint",
              " AND contype <> 't' AND conparentid = 0 AND (conislocal OR coninhcount = 0)");

  private final Statement statement;
  private final Facts facts;
  private final String schemasOfServer;

  private Unseen(Statement statement, Facts facts) throws SQLException {
    this.statement = statement;
    this.facts = facts;
    schemasOfServer = schemasOfServer(statement);
  }

  /**
   * A sentence for each thing, in order.
   *
   * @param facts all that the kinds have found
   */
  static List<String> find(Statement statement, Facts facts) throws SQLException {
    return new Unseen(statement, facts).find();
  }

  private List<String> find() throws SQLException {
    Map<String, String> catalogs = catalogs();
    Set<String> sentences = new TreeSet<>();
    String large = catalogs.remove(LARGE_OBJECTS);
    if (large != null) {
      countLargeObjects(sentences);
    }
    nameSecrets(sentences);
    catalogs.keySet().removeAll(known(catalogs));
    if (!catalogs.isEmpty()) {
      Set<Address> unknown = unknown(catalogs);
      unknown.removeAll(explained(unknown));
      for (Address address : unknown) {
        sentences.add(describe(address));
      }
    }
    return List.copyOf(sentences);
  }

  /** The catalogs that number their rows, and the columns that name a schema. */
  private Map<String, String> catalogs() throws SQLException {
    Map<String, String> catalogs = new HashMap<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT c.relname,
                   COALESCE(min(a.attname::text) FILTER (WHERE a.attname LIKE '%namespace'), '')
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE a.attrelid = ANY (ARRAY (SELECT oid
                                              FROM pg_class
                                             WHERE relnamespace = 'pg_catalog'::regnamespace
                                               AND oid < 16384 AND relkind = 'r'
                                               AND NOT relisshared))
             GROUP BY c.relname
            HAVING bool_or(a.attname = 'oid')
            """)) {
      while (row.next()) {
        if (!TOLD_WITH_OTHERS.contains(row.getString(1))) {
          catalogs.put(row.getString(1), row.getString(2));
        }
      }
    }
    return catalogs;
  }

  private void countLargeObjects(Set<String> sentences) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT count(*) FROM " + LARGE_OBJECTS + " WHERE oid >= 16384")) {
      row.next();
      if (row.getLong(1) > 0) {
        sentences.add("large objects, which are rows rather than schema: " + row.getLong(1));
      }
    }
  }

  /** What the server shows to few, since it may hold passwords. */
  private void nameSecrets(Set<String> sentences) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT format('subscription %I, which only a superuser may read', s.subname)
              FROM pg_subscription s
              JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()
             WHERE NOT has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT')
             UNION ALL
            SELECT format('options of the user mapping for %I on server %I, '
                          || 'which a superuser may read', m.usename, m.srvname)
              FROM pg_user_mappings m
              JOIN pg_foreign_server s ON s.oid = m.srvid
             WHERE m.umid >= 16384
               AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
               AND NOT CASE WHEN m.umuser = 0 THEN pg_has_role(s.srvowner, 'USAGE')
                            ELSE m.usename = current_user
                                 AND (pg_has_role(s.srvowner, 'USAGE')
                                      OR has_server_privilege(s.oid, 'USAGE')) END
            """)) {
      while (row.next()) {
        sentences.add(row.getString(1));
      }
    }
  }

  /** Those of which all rows are known: they are as many, and their oids add up to the same. */
  private Set<String> known(Map<String, String> catalogs) throws SQLException {
    Map<String, Facts.Tally> tallies = facts.tallies();
    Set<String> known = new HashSet<>();
    String query =
        catalogs.entrySet().stream()
            .map(
                catalog ->
                    "SELECT '%s', count(*), COALESCE(sum(oid::bigint), 0) %s"
                        .formatted(catalog.getKey(), rows(catalog.getKey(), catalog.getValue())))
            .collect(Collectors.joining("\nUNION ALL\n"));
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        String catalog = row.getString(1);
        Facts.Tally told = tallies.getOrDefault(catalog, Facts.Tally.NONE);
        if (row.getLong(2) == 0 || told.equals(new Facts.Tally(row.getLong(2), row.getLong(3)))) {
          known.add(catalog);
        }
      }
    }
    return known;
  }

  private Set<Address> unknown(Map<String, String> catalogs) throws SQLException {
    Set<Address> unknown = new HashSet<>();
    String query =
        catalogs.entrySet().stream()
            .map(
                catalog ->
                    "SELECT '%s', oid %s"
                        .formatted(catalog.getKey(), rows(catalog.getKey(), catalog.getValue())))
            .collect(Collectors.joining("\nUNION ALL\n"));
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        Address address = new Address(row.getString(1), row.getLong(2), 0);
        if (!facts.isKnown(address)) {
          unknown.add(address);
        }
      }
    }
    return unknown;
  }

  /** Not what is only there for a session, nor where long values of tables are kept. */
  private String rows(String catalog, String namespace) {
    return "FROM %s WHERE oid >= 16384%s%s"
        .formatted(
            catalog.equals(USER_MAPPINGS)
                ? "(SELECT umid AS oid FROM pg_catalog.pg_user_mappings) AS mapping"
                : "pg_catalog." + catalog,
            ONLY.getOrDefault(catalog, ""),
            namespace.isEmpty() ? "" : " AND %s NOT IN (%s)".formatted(namespace, schemasOfServer));
  }

  private static String schemasOfServer(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT string_agg(oid::text, ', ')
              FROM pg_namespace
             WHERE nspname ~ '^pg_(temp|toast)'
            """)) {
      row.next();
      return row.getString(1);
    }
  }

  /**
   * What is a piece of a thing that is known, or a part of one that is an extension's or is there
   * for a session only.
   */
  private Set<Address> explained(Set<Address> unknown) throws SQLException {
    Map<Address, List<Address>> partOf = new HashMap<>();
    Set<Address> explained = new HashSet<>();
    try (PreparedStatement query =
        statement
            .getConnection()
            .prepareStatement(
                """
                SELECT u.catalog, u.oid, d.refclassid::regclass::text, d.refobjid,
                       d.deptype <> 'a', c.relpersistence = 't'
                  FROM unnest(?::text[], ?::bigint[]) u (catalog, oid)
                  JOIN pg_depend d
                    ON d.classid = u.catalog::regclass AND d.objid = u.oid::oid
                   AND d.deptype IN ('a', 'i', 'P', 'S')
                  LEFT JOIN pg_class c
                    ON d.refclassid = 'pg_class'::regclass AND c.oid = d.refobjid
                """)) {
      query.setObject(1, unknown.stream().map(Address::catalog).toArray(String[]::new));
      query.setObject(2, unknown.stream().map(Address::oid).toArray(Long[]::new));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Address address = new Address(row.getString(1), row.getLong(2), 0);
          Address of = new Address(row.getString(3), row.getLong(4), 0);
          boolean piece = row.getBoolean(5) && facts.isKnown(of);
          if (piece || facts.isOfExtension(of) || row.getBoolean(6)) {
            explained.add(address);
          } else {
            partOf.computeIfAbsent(of, key -> new ArrayList<>()).add(address);
          }
        }
      }
    }
    List<Address> open = new ArrayList<>(explained);
    while (!open.isEmpty()) {
      for (Address part : partOf.getOrDefault(open.remove(open.size() - 1), List.of())) {
        if (explained.add(part)) {
          open.add(part);
        }
      }
    }
    return explained;
  }

  private String describe(Address address) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT pg_describe_object('pg_catalog.%s'::regclass, %d, 0)"
                .formatted(address.catalog(), address.oid()))) {
      row.next();
      String description = row.getString(1);
      return "%s, which is in %s"
          .formatted(description == null ? "something" : description, address.catalog());
    }
  }
}
