package dev.dbops.migrate.changelog;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Short ways to say what a test expects of a changelog. */
final class Sent {
  static final Path FIXTURES = Path.of("src/test/resources/changelog");

  private Sent() {}

  /** Reads a fixture of Liquibase's, whose folder is the root of its paths. */
  static Changelog liquibase(String folder, String path) {
    return Changelog.liquibase(path, in(folder).build());
  }

  static ChangelogOptions.Builder in(String folder) {
    return ChangelogOptions.builder().searchPath(FIXTURES.resolve(folder));
  }

  static ChangeSet changeSet(Changelog changelog, String id) {
    return changelog.changeSets().stream()
        .filter(changeSet -> changeSet.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<String> ids(Changelog changelog) {
    return changelog.changeSets().stream().map(ChangeSet::id).toList();
  }

  static List<SqlText> sql(List<Change> changes) {
    return changes.stream()
        .flatMap(change -> change instanceof Change.Sql sql ? Stream.of(sql.sql()) : Stream.of())
        .toList();
  }

  static List<String> texts(List<Change> changes) {
    return sql(changes).stream().map(SqlText::text).toList();
  }

  /** {@code kind: reason} of what is not analysed. */
  static List<String> notAnalysed(List<Change> changes) {
    return changes.stream()
        .flatMap(
            change ->
                change instanceof Change.NotAnalysed unknown
                    ? Stream.of(unknown.kind() + ": " + unknown.reason())
                    : Stream.of())
        .toList();
  }

  /** {@code path:line:column} below the fixtures. */
  static String place(SourceSpan span) {
    return span.toString().replace(FIXTURES + "/", "");
  }

  /** What stands in the user's file where a piece of the SQL comes from. */
  static String inFile(SqlText sql, String piece) {
    int start = sql.text().indexOf(piece);
    return sql.locate(start, start + piece.length()).text();
  }
}
