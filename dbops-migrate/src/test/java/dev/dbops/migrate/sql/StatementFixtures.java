package dev.dbops.migrate.sql;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of statements, each followed by the outline that is expected of it: lines that begin with
 * {@code -->}.
 */
record StatementFixtures(String file, RawStatement statement, String expected) {
  private static final String MARK = "-->";

  static List<StatementFixtures> all() throws IOException {
    List<StatementFixtures> fixtures = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(Path.of("src/test/resources/dev/dbops/migrate/sql/statements"))) {
      for (Path file : files.sorted().toList()) {
        fixtures.addAll(read(file));
      }
    }
    return fixtures;
  }

  private static List<StatementFixtures> read(Path file) throws IOException {
    List<StatementFixtures> fixtures = new ArrayList<>();
    String text = Files.readString(file);
    String name = file.getFileName().toString();
    List<RawStatement> statements =
        Splitter.split(SqlText.verbatim(SourceFile.of(name, text).whole()));
    for (int i = 0; i < statements.size(); i++) {
      int end = i + 1 < statements.size() ? statements.get(i + 1).start() : text.length();
      String behind = text.substring(statements.get(i).end(), end);
      String expected =
          behind
              .lines()
              .filter(line -> line.startsWith(MARK))
              .map(line -> line.substring(MARK.length() + 1))
              .collect(Collectors.joining("\n"));
      fixtures.add(new StatementFixtures(name, statements.get(i), expected));
    }
    return fixtures;
  }

  Statement parsed() {
    return SqlParser.parse(statement);
  }

  String outline() {
    return Outline.of(parsed(), statement.sql().text());
  }

  @Override
  public String toString() {
    String text = statement.text().replaceAll("\\s+", " ");
    return file + ": " + (text.length() > 80 ? text.substring(0, 80) + "…" : text);
  }
}
