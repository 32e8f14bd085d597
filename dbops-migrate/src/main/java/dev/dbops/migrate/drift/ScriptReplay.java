package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Runs SQL files on a scratch database as Flyway or psql would. Rows of COPY and psql's own
 * commands are passed over: they are no part of a schema.
 */
final class ScriptReplay {
  /** What the server says of a statement that cannot run in a transaction. */
  private static final String ACTIVE_TRANSACTION = "25001";

  private final ChangelogOptions options;
  private final Connection connection;

  private ScriptReplay(ChangelogOptions options, Connection connection) {
    this.options = options;
    this.connection = connection;
  }

  /**
   * Runs the files.
   *
   * @return those that ran
   * @throws DbopsException if a statement is refused
   */
  static List<ChangeSetId> run(
      Changelog changelog,
      ChangelogOptions options,
      DataSource database,
      Predicate<ChangeSetId> selected) {
    List<ChangeSetId> run = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      ScriptReplay replay = new ScriptReplay(options, connection);
      for (ChangeSet changeSet : changelog.changeSets()) {
        ChangeSetId id = ChangeSetId.of(changeSet);
        if (selected.test(id)) {
          replay.run(changeSet);
          run.add(id);
        }
      }
      return run;
    } catch (SQLException e) {
      throw new DbopsException(
          "No connection to the scratch database: " + e.getMessage(), "try again", e);
    }
  }

  private void run(ChangeSet changeSet) throws SQLException {
    List<RawStatement> statements = new ArrayList<>();
    for (Change change : changeSet.changes()) {
      if (change instanceof Change.Sql sql) {
        statements.addAll(Splitter.split(sql.sql()));
      }
    }
    if (changeSet.transaction() == TransactionMode.AUTOCOMMIT) {
      runEach(statements);
    } else if (!runInOne(statements)) {
      runEach(statements);
    }
  }

  private void runEach(List<RawStatement> statements) throws SQLException {
    connection.setAutoCommit(true);
    for (RawStatement statement : statements) {
      try {
        execute(statement);
      } catch (SQLException e) {
        throw refused(statement, e);
      }
    }
  }

  /** False, and as if nothing had been, if a statement cannot run in a transaction. */
  private boolean runInOne(List<RawStatement> statements) throws SQLException {
    connection.setAutoCommit(false);
    for (RawStatement statement : statements) {
      try {
        execute(statement);
      } catch (SQLException e) {
        connection.rollback();
        if (ACTIVE_TRANSACTION.equals(e.getSQLState())) {
          return false;
        }
        throw refused(statement, e);
      }
    }
    connection.commit();
    return true;
  }

  private void execute(RawStatement statement) throws SQLException {
    boolean readsRows =
        statement.text().regionMatches(true, 0, "COPY", 0, 4)
            && statement.text().toUpperCase(Locale.ROOT).contains("STDIN");
    if (statement.kind() == RawStatement.Kind.SQL && !readsRows) {
      try (Statement jdbc = connection.createStatement()) {
        jdbc.setEscapeProcessing(false);
        jdbc.execute(withoutPlaceholders(statement.text()));
      }
    }
  }

  private String withoutPlaceholders(String sql) {
    String text = sql;
    for (Map.Entry<String, String> parameter : options.parameters().entrySet()) {
      text = text.replace("${" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }

  private static DbopsException refused(RawStatement statement, SQLException e) {
    return new DbopsException(
        "%s is refused on the scratch database: %s".formatted(statement.span(), e.getMessage()),
        "correct the migration; no other database has changed",
        e);
  }
}
