package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What a database remembers of the migrations that it has run: Liquibase's books, or Flyway's.
 * Needs {@code SELECT} on them.
 *
 * @param books the table, such as {@code public.databasechangelog}; empty if there is none
 * @param entries in the order in which they ran
 */
record RunHistory(Optional<String> books, List<Entry> entries) {
  /**
   * One changeset that ran.
   *
   * @param id of a file of Flyway's, its path and its name are the same
   * @param checksum as the runner wrote it; empty if it wrote none
   */
  record Entry(ChangeSetId id, String checksum) {}

  RunHistory {
    entries = List.copyOf(entries);
  }

  /**
   * Asks a database.
   *
   * @throws DbopsException if it does not answer
   */
  static RunHistory read(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Optional<String> liquibase = find(statement, "databasechangelog");
      if (liquibase.isPresent()) {
        return new RunHistory(
            liquibase,
            entries(
                statement,
                """
                SELECT filename, id, author, coalesce(md5sum, '')
                  FROM %s
                 ORDER BY orderexecuted, dateexecuted
                """
                    .formatted(liquibase.get())));
      }
      Optional<String> flyway = find(statement, "flyway_schema_history");
      if (flyway.isPresent()) {
        return new RunHistory(
            flyway,
            entries(
                statement,
                """
                SELECT script, script, '', coalesce(checksum::text, '')
                  FROM %s
                 WHERE success AND type <> 'SCHEMA'
                 ORDER BY installed_rank
                """
                    .formatted(flyway.get())));
      }
      return new RunHistory(Optional.empty(), List.of());
    } catch (SQLException e) {
      throw new DbopsException(
          "The database cannot tell which migrations it has run: " + e.getMessage(),
          "let the role SELECT from databasechangelog or flyway_schema_history",
          e);
    }
  }

  /** In the schema that comes first on the search path, or in any. */
  private static Optional<String> find(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT n.nspname
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = %s AND c.relkind IN ('r', 'p')
             ORDER BY array_position(current_schemas(false), n.nspname), n.nspname
             LIMIT 1
            """
                .formatted(SqlIdentifier.quoteLiteral(table)))) {
      return row.next()
          ? Optional.of(SqlIdentifier.quote(row.getString(1)) + "." + SqlIdentifier.quote(table))
          : Optional.empty();
    }
  }

  private static List<Entry> entries(Statement statement, String query) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        entries.add(
            new Entry(
                new ChangeSetId(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4)));
      }
    }
    return entries;
  }

  /** The changesets that ran; all of them if nobody keeps books. */
  Predicate<ChangeSetId> selection() {
    if (books.isEmpty()) {
      return id -> true;
    }
    Set<ChangeSetId> run = entries.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
    Set<String> files =
        run.stream()
            .filter(id -> id.author().isEmpty())
            .map(ChangeSetId::id)
            .collect(Collectors.toUnmodifiableSet());
    return id -> run.contains(id) || (id.author().isEmpty() && files.contains(id.id()));
  }
}
