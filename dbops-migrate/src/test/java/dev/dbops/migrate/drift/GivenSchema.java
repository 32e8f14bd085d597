package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.live.VersionedLines;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.testing.Tablespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema that tests make: what a group of probes starts from, or every kind of thing in its
 * oddest forms.
 *
 * @param sql with lines that are for some versions only
 */
record GivenSchema(String name, String sql) {
  private static final Path ODD = Path.of("src/test/resources/drift/odd");

  private static final String ROLES =
      """
      DO $$
      DECLARE missing text;
      BEGIN
        FOREACH missing IN ARRAY ARRAY['dbops_probe_a', 'dbops_probe_Ünï'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = missing) THEN
            EXECUTE format('CREATE ROLE %I', missing);
          END IF;
        END LOOP;
      END $$;
      """;

  /** Those that the probes start from, but one whose validator is called for each statement. */
  static List<GivenSchema> ofProbes() {
    return Probe.all().stream()
        .filter(group -> !group.name().equals("foreign-server"))
        .map(group -> new GivenSchema(group.name(), group.given()))
        .toList();
  }

  /** A file each, and all of them in one database. */
  static List<GivenSchema> odd() {
    try (Stream<Path> files = Files.list(ODD)) {
      List<GivenSchema> schemas =
          files
              .sorted()
              .map(file -> new GivenSchema("odd " + name(file), read(file)))
              .collect(Collectors.toList());
      schemas.add(
          new GivenSchema(
              "all oddities",
              schemas.stream().map(GivenSchema::sql).collect(Collectors.joining("\n"))));
      return schemas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".sql", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database that has it. */
  ScratchDatabase on(ScratchServer server) throws SQLException {
    return on(server, server.majorVersion());
  }

  /** A new database that has it as far as servers of another major version can have it. */
  ScratchDatabase on(ScratchServer server, int major) throws SQLException {
    return run(server, statements(major));
  }

  /** A new database that has it, and got it the other way round as far as that goes. */
  ScratchDatabase backwardsOn(ScratchServer server) throws SQLException {
    List<String> statements = new ArrayList<>(statements(server.majorVersion()));
    Collections.reverse(statements);
    return run(server, statements);
  }

  private List<String> statements(int major) {
    SourceFile file = SourceFile.of(name, VersionedLines.forMajor(sql, major));
    return Splitter.split(SqlText.verbatim(file.span(0, file.text().length()))).stream()
        .map(RawStatement::text)
        .toList();
  }

  /** What the server refuses has to wait for others. */
  private static ScratchDatabase run(ScratchServer server, List<String> statements)
      throws SQLException {
    Tablespace.make("dbops_probe_space", server);
    ScratchDatabase database = server.create();
    database.execute(ROLES);
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      List<String> left = statements;
      while (!left.isEmpty()) {
        List<String> refused = new ArrayList<>();
        List<SQLException> why = new ArrayList<>();
        for (String sql : left) {
          try {
            statement.execute(sql);
          } catch (SQLException e) {
            refused.add(sql);
            why.add(e);
          }
        }
        if (refused.size() == left.size()) {
          throw new AssertionError(refused.get(0) + "\n" + why.get(0).getMessage(), why.get(0));
        }
        left = refused;
      }
    }
    return database;
  }

  @Override
  public String toString() {
    return name;
  }
}
