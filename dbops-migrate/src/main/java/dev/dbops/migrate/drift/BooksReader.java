package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.Bookkeeping;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.drift.RunHistory.Entry;
import dev.dbops.migrate.drift.RunHistory.Lock;
import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what Liquibase or Flyway has noted in a database. */
final class BooksReader {
  /** How Flyway notes what is no migration of a file's. */
  private static final String BASELINE = "BASELINE";

  private static final String DELETED = "DELETE";
  private static final String UNDONE = "UNDO";

  private final Connection connection;
  private final Bookkeeping bookkeeping;

  private BooksReader(Connection connection, Bookkeeping bookkeeping) {
    this.connection = connection;
    this.bookkeeping = bookkeeping;
  }

  static RunHistory read(DataSource database, Bookkeeping bookkeeping) {
    try (Connection connection = database.getConnection()) {
      return new BooksReader(connection, bookkeeping).read();
    } catch (SQLException e) {
      throw new DbopsException(
          "The database cannot tell which migrations it has run: " + e.getMessage(),
          "let the role SELECT from "
              + String.join(", ", bookkeeping.tables())
              + ", where they are there",
          e);
    }
  }

  private RunHistory read() throws SQLException {
    Optional<String> liquibase = find(bookkeeping.changeLog());
    if (liquibase.isPresent()) {
      return new RunHistory(liquibase, liquibase(liquibase.get()), List.of(), lock());
    }
    Optional<String> flyway = find(bookkeeping.schemaHistory());
    return flyway.isPresent() ? flyway(flyway.get()) : RunHistory.none();
  }

  /** In the schema that is named, or else in that which comes first on the search path. */
  private Optional<String> find(String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE lower(c.relname) = lower(?) AND c.relkind IN ('r', 'p')
               AND lower(n.nspname) = lower(COALESCE(?, n.nspname))
             ORDER BY array_position(current_schemas(false), n.nspname), n.nspname, c.relname
             LIMIT 1
            """)) {
      query.setString(1, table);
      query.setString(2, bookkeeping.schema().orElse(null));
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private List<Entry> liquibase(String table) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT filename, id, author, COALESCE(md5sum, ''), COALESCE(dateexecuted::text, '')
                  FROM %s
                 ORDER BY orderexecuted, dateexecuted
                """
                    .formatted(table))) {
      while (row.next()) {
        entries.add(
            new Entry(
                new ChangeSetId(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5)));
      }
    }
    return entries;
  }

  private Optional<Lock> lock() throws SQLException {
    Optional<String> table = find(bookkeeping.changeLogLock());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT COALESCE(lockedby, ''), COALESCE(lockgranted::text, '')
                  FROM %s
                 WHERE locked
                """
                    .formatted(table.get()))) {
      return row.next()
          ? Optional.of(new Lock(table.get(), row.getString(1), row.getString(2)))
          : Optional.empty();
    }
  }

  private RunHistory flyway(String table) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<Entry> failed = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT script, type, COALESCE(checksum::text, ''), success
                  FROM %s
                 WHERE type <> 'SCHEMA'
                 ORDER BY installed_rank
                """
                    .formatted(table))) {
      while (row.next()) {
        String script = row.getString(1);
        ChangeSetId id = new ChangeSetId(script, script, "").asRecorded();
        Entry entry = new Entry(id, row.getString(3), "");
        String type = row.getString(2);
        if (!row.getBoolean(4)) {
          failed.add(entry);
        } else if (type.equals(DELETED)) {
          entries.removeIf(each -> each.id().equals(id));
        } else if (type.startsWith(UNDONE)) {
          entries.removeIf(each -> version(each.id()).equals(version(id)));
        } else if (!type.equals(BASELINE)) {
          entries.removeIf(each -> each.id().equals(id));
          entries.add(entry);
        }
      }
    }
    failed.removeIf(each -> entries.stream().anyMatch(other -> other.id().equals(each.id())));
    return new RunHistory(Optional.of(table), entries, failed, Optional.empty());
  }

  /** Of {@code V2__x.sql} and of {@code U2__y.sql}, which undoes it. */
  private static String version(ChangeSetId id) {
    String script = id.id();
    int end = script.indexOf("__");
    return script.substring(Math.min(1, script.length()), end < 0 ? script.length() : end);
  }
}
