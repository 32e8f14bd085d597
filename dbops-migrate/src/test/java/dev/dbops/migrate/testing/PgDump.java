package dev.dbops.migrate.testing;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs pg_dump and psql of the machine, where it has them. */
public final class PgDump {
  private static final Pattern VERSION = Pattern.compile("\\) (\\d+)\\.");

  private PgDump() {}

  /** The major version of pg_dump, which refuses newer servers; empty if there is none. */
  public static OptionalInt version() {
    try {
      Matcher version = VERSION.matcher(run("", List.of("pg_dump", "--version")));
      return version.find()
          ? OptionalInt.of(Integer.parseInt(version.group(1)))
          : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** The schema of a database as SQL. */
  public static String schema(ScratchDatabase database) throws IOException, SQLException {
    return run("", command("pg_dump", database, "--schema-only"));
  }

  /** Runs a dump in an empty database; fails if the server refuses any of it. */
  public static void restore(String dump, ScratchDatabase empty) throws IOException, SQLException {
    run(dump, command("psql", empty, "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"));
  }

  private static List<String> command(String program, ScratchDatabase database, String... options)
      throws SQLException {
    try (Connection connection = database.connection()) {
      URI server = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
      List<String> command =
          new ArrayList<>(
              List.of(
                  program,
                  "-h",
                  server.getHost(),
                  "-p",
                  String.valueOf(server.getPort()),
                  "-U",
                  "postgres",
                  "-d",
                  database.name()));
      command.addAll(List.of(options));
      return command;
    }
  }

  private static String run(String input, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread writer =
        new Thread(
            () -> {
              try (var out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                process.destroy();
              }
            });
    writer.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
      }
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return output;
  }
}
