package dev.dbops.migrate;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.GitChanges;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.LiveTableSizes;
import dev.dbops.migrate.lint.PendingChangeSets;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Selection;
import dev.dbops.migrate.lint.TableSizes;
import dev.dbops.migrate.lint.TableSizesFile;
import dev.dbops.migrate.report.ReportFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A lint run as build tools make it: reads, lints, writes the reports that are asked for. */
public final class LintJob {
  private final Configuration configuration;
  private final ClassLoader classLoader;
  private final Path directory;

  /**
   * @param classLoader where changelogs on the class path, users' rules and the driver are found
   * @param directory what relative paths refer to: of changelogs and the search path, reports,
   *     baselines and sizes
   */
  public LintJob(Configuration configuration, ClassLoader classLoader, Path directory) {
    this.configuration = configuration;
    this.classLoader = classLoader;
    this.directory = directory;
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
            .get(JobParameter.CHANGE_LOG_FILE)
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
            .withTableSizes(sizes())
            .withBaseline(
                resolved(JobParameter.BASELINE).map(Baseline::read).orElse(Baseline.empty()))
            .withSelection(selection(changelog));
    LintReport report = linter.lint(changelog);
    resolved(JobParameter.WRITE_BASELINE).ifPresent(file -> Baseline.of(report).write(file));
    List<Path> written =
        ReportFiles.write(
            report,
            configuration.reports(ReportFormats.ofLint()),
            directory.resolve(configuration.path(JobParameter.REPORT_DIRECTORY).orElseThrow()));
    return new Result(report, written, outcome(report));
  }

  /** Of a file, or of a live database if a URL is given. */
  private TableSizes sizes() {
    Optional<String> given = configuration.get(JobParameter.TABLE_SIZES);
    if (given.filter(value -> value.startsWith("jdbc:")).isPresent()) {
      return configuration
          .database(
              JobParameter.TABLE_SIZES, JobParameter.USERNAME, JobParameter.PASSWORD, classLoader)
          .map(LiveTableSizes::read)
          .orElseThrow();
    }
    return resolved(JobParameter.TABLE_SIZES)
        .map(TableSizesFile::read)
        .orElse(TableSizes.unknown());
  }

  private Outcome outcome(LintReport report) {
    if (!report.problems().isEmpty()) {
      return Outcome.UNREADABLE;
    }
    return configuration.failOn().filter(report::hasAtLeast).isPresent()
        ? Outcome.FINDINGS
        : Outcome.CLEAN;
  }

  private Optional<Path> resolved(JobParameter parameter) {
    return configuration.path(parameter).map(directory::resolve);
  }

  private Selection selection(Changelog changelog) {
    Optional<String> since = configuration.get(JobParameter.SINCE);
    Optional<DataSource> database =
        configuration.database(
            JobParameter.URL, JobParameter.USERNAME, JobParameter.PASSWORD, classLoader);
    if (since.isPresent() && database.isPresent()) {
      throw new DbopsException(
          "Changesets are selected by a git ref and by a database",
          "give one of since and url, not both");
    }
    if (since.isPresent()) {
      return GitChanges.since(since.get(), changelog);
    }
    return database
        .map(each -> PendingChangeSets.of(changelog, each, bookkeepingSchema()))
        .orElse(Selection.all());
  }

  private String bookkeepingSchema() {
    return configuration
        .get(JobParameter.LIQUIBASE_SCHEMA_NAME)
        .or(() -> configuration.get(JobParameter.DEFAULT_SCHEMA_NAME))
        .orElseThrow();
  }
}
