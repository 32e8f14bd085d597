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
  /** Where a runner notes what it has run, and by what it knows it again. */
  private enum Bookkeeping {
    LIQUIBASE("databasechangelog", "SELECT id, author, filename FROM %s") {
      @Override
      List<String> identity(ResultSet row) throws SQLException {
        return List.of(row.getString(1), row.getString(2), path(row.getString(3)));
      }

      @Override
      List<String> identity(ChangeSet changeSet) {
        return List.of(changeSet.id(), changeSet.author(), path(changeSet.path()));
      }
    },
    FLYWAY("flyway_schema_history", "SELECT script FROM %s WHERE success") {
      @Override
      List<String> identity(ResultSet row) throws SQLException {
        return List.of(row.getString(1));
      }

      @Override
      List<String> identity(ChangeSet changeSet) {
        return List.of(changeSet.id());
      }
    };

    final String table;
    final String query;

    Bookkeeping(String table, String query) {
      this.table = table;
      this.query = query;
    }

    static Bookkeeping of(Changelog.Runner runner) {
      return switch (runner) {
        case LIQUIBASE -> LIQUIBASE;
        case FLYWAY -> FLYWAY;
        case PSQL ->
            throw new DbopsException(
                "No database knows which plain SQL files it has run",
                "select what is new by a git ref (since) or a baseline");
      };
    }

    abstract List<String> identity(ResultSet row) throws SQLException;

    abstract List<String> identity(ChangeSet changeSet);
  }

  private PendingChangeSets() {}

  /**
   * Asks a database.
   *
   * @param schema of the bookkeeping table
   * @throws DbopsException if the database does not answer, or the changelog's runner keeps no
   *     books
   */
  public static Selection of(Changelog changelog, DataSource database, String schema) {
    Bookkeeping books = Bookkeeping.of(changelog.runner());
    String table = schema + "." + books.table;
    String quoted = SqlIdentifier.quote(schema) + "." + SqlIdentifier.quote(books.table);
    try (Connection connection = database.getConnection()) {
      Set<List<String>> run =
          exists(connection, quoted) ? run(connection, books, quoted) : Set.of();
      return new Selection(
          "pending by " + table, changeSet -> !run.contains(books.identity(changeSet)));
    } catch (SQLException failure) {
      throw new DbopsException(
          "The database cannot tell what it has run: " + failure.getMessage(),
          "check the connection, and that the role may SELECT from " + table,
          failure);
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static Set<List<String>> run(Connection connection, Bookkeeping books, String table)
      throws SQLException {
    Set<List<String>> run = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(books.query.formatted(table))) {
      while (rows.next()) {
        run.add(books.identity(rows));
      }
    }
    return run;
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
