package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The changesets that a database has not run yet, by the bookkeeping of their runner. Needs {@code
 * SELECT} on that table and {@code USAGE} on its schema, nothing else.
 */
public final class PendingChangeSets {
  private PendingChangeSets() {}

  /**
   * Asks a database.
   *
   * @param schema of the bookkeeping table
   * @throws DbopsException if the database does not answer, or the changelog's runner keeps no
   *     books
   */
  public static Selection of(Changelog changelog, DataSource database, String schema) {
    String table =
        switch (changelog.runner()) {
          case LIQUIBASE -> "databasechangelog";
          case FLYWAY -> "flyway_schema_history";
          case PSQL ->
              throw new DbopsException(
                  "No database knows which plain SQL files it has run",
                  "select what is new by a git ref (since) or a baseline");
        };
    try (Connection connection = database.getConnection()) {
      Set<List<String>> run =
          exists(connection, schema, table)
              ? run(connection, changelog.runner(), schema, table)
              : Set.of();
      return new Selection(
          "pending by " + schema + "." + table,
          changeSet -> !run.contains(identity(changelog.runner(), changeSet)));
    } catch (SQLException failure) {
      throw new DbopsException(
          "The database cannot tell what it has run: " + failure.getMessage(),
          "check the connection, and that the role may SELECT from " + schema + "." + table,
          failure);
    }
  }

  private static boolean exists(Connection connection, String schema, String table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, SqlIdentifier.quote(schema) + "." + SqlIdentifier.quote(table));
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static Set<List<String>> run(
      Connection connection, Changelog.Runner runner, String schema, String table)
      throws SQLException {
    String name = SqlIdentifier.quote(schema) + "." + SqlIdentifier.quote(table);
    boolean liquibase = runner == Changelog.Runner.LIQUIBASE;
    String sql =
        liquibase
            ? "SELECT id, author, filename FROM %s".formatted(name)
            : "SELECT script, '', '' FROM %s WHERE success".formatted(name);
    Set<List<String>> run = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        run.add(
            liquibase
                ? List.of(rows.getString(1), rows.getString(2), path(rows.getString(3)))
                : List.of(rows.getString(1)));
      }
    }
    return run;
  }

  private static List<String> identity(Changelog.Runner runner, ChangeSet changeSet) {
    return runner == Changelog.Runner.LIQUIBASE
        ? List.of(changeSet.id(), changeSet.author(), path(changeSet.path()))
        : List.of(changeSet.id());
  }

  /** Liquibase takes these for the same file, and so must we. */
  private static String path(String written) {
    String path = written.replace('\\', '/');
    if (path.toLowerCase(Locale.ROOT).startsWith("classpath:")) {
      path = path.substring("classpath:".length());
    }
    while (path.startsWith("/") || path.startsWith("./")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    return path;
  }
}
