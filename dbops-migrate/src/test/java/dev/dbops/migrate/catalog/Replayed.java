package dev.dbops.migrate.catalog;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** SQL replayed, as tests write it. */
final class Replayed {
  private final SchemaReplay replay = SchemaReplay.from(SchemaState.empty());

  /** The state after one script of a deploy, in a transaction. */
  static SchemaState script(String sql) {
    return new Replayed().unit(true, true, sql).state();
  }

  /** What was deployed long ago. */
  static Replayed history(String sql) {
    return new Replayed().unit(true, false, sql).leave();
  }

  /** A changeset of the deploy, in a transaction; the state is that within it. */
  Replayed deploy(String sql) {
    return unit(true, true, sql);
  }

  /** A file of the deploy without a transaction of the runner's. */
  Replayed autocommit(String sql) {
    return unit(false, true, sql);
  }

  Replayed unit(boolean inTransaction, boolean partOfDeploy, String sql) {
    replay.enterUnit(inTransaction, partOfDeploy);
    for (RawStatement statement : split(sql)) {
      replay.apply(SqlParser.parse(statement));
    }
    return this;
  }

  Replayed leave() {
    replay.leaveUnit();
    return this;
  }

  SchemaState state() {
    return replay.state();
  }

  static List<RawStatement> split(String sql) {
    SourceFile file = SourceFile.of("test.sql", sql);
    return Splitter.split(SqlText.verbatim(file.span(0, sql.length())));
  }

  /** A name as SQL writes it. */
  static QualifiedName name(String text) {
    Span nowhere = new Span(0, 0);
    String[] parts = text.split("\\.", 2);
    Optional<Name> schema =
        parts.length == 1 ? Optional.empty() : Optional.of(new Name(parts[0], parts[0], nowhere));
    String last = parts[parts.length - 1];
    return new QualifiedName(schema, new Name(last, last, nowhere), text, nowhere);
  }

  /** The text of a resource of the tests. */
  static String resource(String path) {
    try (InputStream in = Objects.requireNonNull(Replayed.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
