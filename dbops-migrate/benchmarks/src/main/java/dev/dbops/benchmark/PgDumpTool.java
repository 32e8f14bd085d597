package dev.dbops.benchmark;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares what {@code pg_dump --schema-only} writes of two databases, line by line. No model of
 * the catalogs that is ours has a part in it, so it says whether two of them differ at all.
 */
final class PgDumpTool implements SchemaTool {
  @Override
  public String name() {
    return "`pg_dump -s`";
  }

  @Override
  public Comparison with(ScratchDatabase given) throws Exception {
    List<String> expected = dump(given);
    return other -> !dump(other).equals(expected);
  }

  private static List<String> dump(ScratchDatabase database) throws Exception {
    Path dump = Files.createTempFile("schema", ".sql");
    Path errors = Files.createTempFile("pg_dump", ".err");
    try {
      Process process =
          new ProcessBuilder(
                  "pg_dump",
                  "--schema-only",
                  "--file=" + dump,
                  "--dbname=" + DatabaseUrl.of(database).substring("jdbc:".length()))
              .redirectError(errors.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("pg_dump: " + Files.readString(errors).strip());
      }
      try (var lines = Files.lines(dump)) {
        // Both give a key that is new in each dump.
        return lines.filter(line -> !line.matches("\\\\(un)?restrict .*")).toList();
      }
    } finally {
      Files.delete(dump);
      Files.delete(errors);
    }
  }
}
