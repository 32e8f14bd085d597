package dev.dbops.migrate;

import dev.dbops.migrate.drift.DriftCheck;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.drift.Ignore;
import dev.dbops.migrate.drift.IgnorePolicy;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.report.ReportFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A comparison as build tools make it: reads, compares, writes the reports that are asked for. */
public final class DriftJob {
  private final Configuration configuration;
  private final ClassLoader classLoader;
  private final Path directory;

  /**
   * @param classLoader where changelogs on the class path, users' changes and the driver are found
   * @param directory what relative paths refer to
   */
  public DriftJob(Configuration configuration, ClassLoader classLoader, Path directory) {
    this.configuration = configuration;
    this.classLoader = classLoader;
    this.directory = directory;
  }

  /**
   * What a run gives.
   *
   * @param written the files that were written
   */
  public record Result(DriftReport report, List<Path> written, Outcome outcome) {
    public Result {
      written = List.copyOf(written);
    }
  }

  /**
   * Runs.
   *
   * @throws DbopsException if a parameter is wrong, a file cannot be read, a database does not
   *     answer or the migrations are refused on the scratch server
   */
  public Result run() {
    ExpectedSchema expected = expected();
    DataSource target =
        configuration
            .database(JobParameter.URL, JobParameter.USERNAME, JobParameter.PASSWORD, classLoader)
            .orElseThrow(
                () -> new DbopsException("No database is named", "give its JDBC URL: url"));
    DriftReport report = DriftCheck.against(expected).ignoring(policy()).of(target);
    List<Path> written =
        ReportFiles.write(
            report,
            configuration.reports(ReportFormats.ofDrift()),
            directory.resolve(configuration.path(JobParameter.REPORT_DIRECTORY).orElseThrow()));
    return new Result(report, written, outcome(report));
  }

  private Outcome outcome(DriftReport report) {
    Optional<Severity> failOn = configuration.failOn(JobParameter.FAIL_ON_DRIFT);
    if (failOn.isPresent()
        && report.differences().stream()
            .anyMatch(each -> report.severity(each).isAtLeast(failOn.get()))) {
      return Outcome.FINDINGS;
    }
    return configuration.truth(JobParameter.STRICT) && !report.notes().isEmpty()
        ? Outcome.UNREADABLE
        : Outcome.CLEAN;
  }

  private ExpectedSchema expected() {
    Optional<DataSource> reference =
        configuration.database(
            JobParameter.REFERENCE_URL,
            JobParameter.REFERENCE_USERNAME,
            JobParameter.REFERENCE_PASSWORD,
            classLoader);
    Optional<Path> snapshot =
        configuration.path(JobParameter.SNAPSHOT_FILE).map(directory::resolve);
    if (reference.isPresent() && snapshot.isPresent()) {
      throw new DbopsException(
          "Both another database and a snapshot are to be expected",
          "give one of referenceUrl and snapshotFile, not both");
    }
    return reference
        .map(ExpectedSchema::database)
        .or(() -> snapshot.map(ExpectedSchema::file))
        .or(() -> ConfiguredReplay.of(configuration, classLoader, directory))
        .orElseThrow(
            () ->
                new DbopsException(
                    "There is nothing to compare the database with",
                    "name the migrations (changeLogFile), a snapshot (snapshotFile) or another"
                        + " database (referenceUrl)"));
  }

  private IgnorePolicy policy() {
    IgnorePolicy policy = IgnorePolicy.defaults();
    for (Map.Entry<String, String> ignore : configuration.pairs(JobParameter.IGNORE).entrySet()) {
      policy = policy.with(Ignore.parse(ignore.getKey(), ignore.getValue()));
    }
    return policy;
  }
}
