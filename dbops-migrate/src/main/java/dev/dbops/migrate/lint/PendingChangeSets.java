package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Bookkeeping;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The changesets that a database has not run yet, by the bookkeeping of their runner. Needs {@code
 * SELECT} on that table and {@code USAGE} on its schema, nothing else.
 */
public final class PendingChangeSets {
  /** Where a runner notes what it has run, and by what it knows it again. */
  private enum Books {
    LIQUIBASE(Bookkeeping.USUAL.changeLog(), "SELECT filename, id, author FROM %s"),
    FLYWAY(Bookkeeping.USUAL.schemaHistory(), "SELECT script, script, '' FROM %s WHERE success");

    final String table;
    final String query;

    Books(String table, String query) {
      this.table = table;
      this.query = query;
    }

    static Books of(Changelog.Runner runner) {
      return switch (runner) {
        case LIQUIBASE -> LIQUIBASE;
        case FLYWAY -> FLYWAY;
        case PSQL ->
            throw new DbopsException(
                "No database knows which plain SQL files it has run",
                "select what is new by a git ref (since) or a baseline");
      };
    }
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
    Books books = Books.of(changelog.runner());
    String table = schema + "." + books.table;
    String quoted = SqlIdentifier.quote(schema) + "." + SqlIdentifier.quote(books.table);
    try (Connection connection = database.getConnection()) {
      Set<ChangeSetId> run = exists(connection, quoted) ? run(connection, books, quoted) : Set.of();
      return new Selection(
          "pending by " + table,
          changeSet -> !run.contains(ChangeSetId.of(changeSet).asRecorded()));
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

  private static Set<ChangeSetId> run(Connection connection, Books books, String table)
      throws SQLException {
    Set<ChangeSetId> run = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(books.query.formatted(table))) {
      while (rows.next()) {
        run.add(
            new ChangeSetId(rows.getString(1), rows.getString(2), rows.getString(3)).asRecorded());
      }
    }
    return run;
  }
}
