package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements whose last one is looked at.
 *
 * @param since the oldest version that accepts them
 */
record Script(String name, int since, String sql) {
  static Script of(String sql) {
    return new Script("", 0, sql);
  }

  /** The cases of a resource, each begun by {@code -- case: name}, perhaps {@code -- since: 12}. */
  static Stream<Script> cases(String resource) {
    return Arrays.stream(read(resource).split("-- case: ")).skip(1).map(Script::ofCase);
  }

  private static Script ofCase(String text) {
    String name = text.lines().findFirst().orElseThrow();
    int since =
        text.lines()
            .filter(line -> line.startsWith("-- since: "))
            .findFirst()
            .map(line -> Integer.parseInt(line.substring("-- since: ".length())))
            .orElse(0);
    return new Script(name, since, text.substring(name.length()));
  }

  static String read(String resource) {
    try (InputStream stream = Script.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(resource, unreadable);
    }
  }

  List<Statement> statements() {
    SourceFile file = SourceFile.of("script.sql", sql);
    SqlText text = SqlText.verbatim(file.span(0, sql.length()));
    return Splitter.split(text).stream().map(SqlParser::parse).toList();
  }

  /** What the last statement finds. */
  SchemaState stateBeforeLast() {
    List<Statement> statements = statements();
    return stateAfter(statements.subList(0, statements.size() - 1));
  }

  SchemaState stateAfterAll() {
    return stateAfter(statements());
  }

  private static SchemaState stateAfter(List<Statement> statements) {
    SchemaReplay replay = SchemaReplay.from(SchemaState.empty());
    replay.enterUnit(false, false);
    statements.forEach(replay::apply);
    replay.leaveUnit();
    return replay.state();
  }

  @Override
  public String toString() {
    return name;
  }
}
