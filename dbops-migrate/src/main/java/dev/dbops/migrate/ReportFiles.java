package dev.dbops.migrate;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.report.ReportFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a report in the formats that are asked for. */
final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes them.
   *
   * @return the files
   * @throws DbopsException if one cannot be written
   */
  static <R> List<Path> write(R report, List<ReportFormat<R>> formats, Path folder) {
    List<Path> written = new ArrayList<>();
    for (ReportFormat<R> format : formats) {
      Path file = folder.resolve(format.fileName());
      try {
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(file)) {
          format.write(report, out);
        }
      } catch (IOException unwritable) {
        throw new DbopsException(
            "The report " + file + " cannot be written: " + unwritable.getMessage(),
            "name another reportDirectory",
            unwritable);
      }
      written.add(file);
    }
    return written;
  }
}
