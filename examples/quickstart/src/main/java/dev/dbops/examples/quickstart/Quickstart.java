package dev.dbops.examples.quickstart;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.report.HtmlReport;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Lints a changelog, shows two of its findings happen on a live server, writes the report, and
 * tells what was changed by hand.
 */
public final class Quickstart {
  static final String CHANGELOG = "db/changelog.yaml";

  private Quickstart() {}

  /**
   * Runs.
   *
   * @param arguments a folder for the report, and optionally a changelog of your own
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    boolean own = arguments.length > 1 && !arguments[1].isBlank();
    String location = own ? arguments[1] : CHANGELOG;

    out.println("1. Linting " + location + ". No database is needed.");
    out.println();
    LintReport report = Linter.create().lint(Changelog.read(location));
    StringBuilder text = new StringBuilder();
    new TextReport(false).write(report, text);
    out.println(text);

    if (!own) {
      out.println("2. Is it true? Two of these statements, run on a live PostgreSQL:");
      out.println();
      LiveProof.show(out);

      out.println("3. And when somebody changes the schema by hand?");
      out.println();
      DriftProof.show(folder, out);
    }

    Path html = folder.resolve(new HtmlReport().fileName());
    Files.createDirectories(folder);
    try (Writer page = Files.newBufferedWriter(html)) {
      new HtmlReport().write(report, page);
    }
    out.println("The same as a page: " + html.toUri());
    out.println();
    out.println("Now your own changelog, or a folder of SQL migrations:");
    out.println();
    out.println(
        "    mvn -q -DskipTests -pl examples/quickstart -am verify -Dchangelog=/path/to/it");
  }
}
