package dev.dbops.migrate;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.GitChanges;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.PendingChangeSets;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Selection;
import dev.dbops.migrate.lint.TableSizes;
import dev.dbops.migrate.lint.TableSizesFile;
import dev.dbops.migrate.report.ReportFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A lint run as build tools make it: reads, lints, writes the reports that are asked for. */
public final class LintJob {
  private final LintConfiguration configuration;
  private final ClassLoader classLoader;
  private final Path directory;

  /**
   * @param classLoader where changelogs on the class path, users' rules and the driver are found
   * @param directory what relative paths refer to: of changelogs and the search path, reports,
   *     baselines and sizes
   */
  public LintJob(LintConfiguration configuration, ClassLoader classLoader, Path directory) {
    this.configuration = configuration;
    this.classLoader = classLoader;
    this.directory = directory;
  }

  /** How a run ends. */
  public enum Outcome {
    /** Nothing is as bad as {@code failOn} says. */
    CLEAN,
    /** There are findings that are. */
    FINDINGS,
    /** Something could not be read, so that what was found is not all. */
    UNREADABLE
  }

  /**
   * What a run gives.
   *
   * @param written the files that were written
   */
  public record Result(LintReport report, List<Path> written, Outcome outcome) {
    public Result {
      written = List.copyOf(written);
    }
  }

  /**
   * Runs.
   *
   * @throws DbopsException if a parameter is wrong, a file or the database does not answer, or the
   *     changelog needs more memory than there is
   */
  public Result run() {
    String location =
        configuration
            .get(LintParameter.CHANGE_LOG_FILE)
            .orElseThrow(
                () ->
                    new DbopsException(
                        "There is nothing to lint",
                        "name a changelog or a folder of migrations: changeLogFile"));
    try {
      return run(location);
    } catch (OutOfMemoryError exhausted) {
      // What took the memory is unreachable by now, so that there is enough for the message.
      throw new DbopsException(
          "dbops ran out of memory (%d MB) on %s"
              .formatted(Runtime.getRuntime().maxMemory() >> 20, location),
          "raise Java's -Xmx (in MAVEN_OPTS for Maven), or move bulk data out of the migrations",
          exhausted);
    }
  }

  private Result run(String location) {
    RuleSet rules = RuleSet.discovered(classLoader);
    Changelog changelog =
        Changelog.read(location, configuration.changelogOptions(classLoader, directory));
    Linter linter =
        Linter.with(rules)
            .withSettings(configuration.settings(rules))
            .withTableSizes(
                resolved(LintParameter.TABLE_SIZES)
                    .map(TableSizesFile::read)
                    .orElse(TableSizes.unknown()))
            .withBaseline(
                resolved(LintParameter.BASELINE).map(Baseline::read).orElse(Baseline.empty()))
            .withSelection(selection(changelog));
    LintReport report = linter.lint(changelog);
    resolved(LintParameter.WRITE_BASELINE).ifPresent(file -> Baseline.of(report).write(file));
    return new Result(report, write(report), outcome(report));
  }

  private Outcome outcome(LintReport report) {
    if (!report.problems().isEmpty()) {
      return Outcome.UNREADABLE;
    }
    return configuration.failOn().filter(report::hasAtLeast).isPresent()
        ? Outcome.FINDINGS
        : Outcome.CLEAN;
  }

  private Optional<Path> resolved(LintParameter parameter) {
    return configuration.path(parameter).map(directory::resolve);
  }

  private Selection selection(Changelog changelog) {
    Optional<String> since = configuration.get(LintParameter.SINCE);
    Optional<String> url = configuration.get(LintParameter.URL);
    if (since.isPresent() && url.isPresent()) {
      throw new DbopsException(
          "Changesets are selected by a git ref and by a database",
          "give one of since and url, not both");
    }
    if (since.isPresent()) {
      return GitChanges.since(since.get(), changelog);
    }
    return url.map(each -> PendingChangeSets.of(changelog, dataSource(each), bookkeepingSchema()))
        .orElse(Selection.all());
  }

  private String bookkeepingSchema() {
    return configuration
        .get(LintParameter.LIQUIBASE_SCHEMA_NAME)
        .or(() -> configuration.get(LintParameter.DEFAULT_SCHEMA_NAME))
        .orElseThrow();
  }

  private DataSource dataSource(String url) {
    return new DriverDataSource(
        url,
        configuration.get(LintParameter.USERNAME),
        configuration.get(LintParameter.PASSWORD),
        classLoader);
  }

  private List<Path> write(LintReport report) {
    Path folder =
        directory.resolve(configuration.path(LintParameter.REPORT_DIRECTORY).orElseThrow());
    List<Path> written = new ArrayList<>();
    for (ReportFormat<LintReport> format : configuration.reports()) {
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
