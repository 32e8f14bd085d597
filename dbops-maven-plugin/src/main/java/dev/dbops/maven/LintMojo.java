package dev.dbops.maven;

import dev.dbops.migrate.Configuration;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.LintJob;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of a changelog that would block a live PostgreSQL. Needs no database. The
 * same parameters stand in {@code dbops.yaml}, where they hold for every project; what is given
 * here takes precedence.
 *
 * <p>Bind it to a phase, or call it by name. Called by name in a build of several modules, Maven
 * runs a goal that needs no project in the first of them only: {@code dbops:lint-modules} lints
 * each.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public class LintMojo extends ConfiguredMojo {
  @Parameter(defaultValue = "${reactorProjects}", readonly = true)
  private List<MavenProject> modules = List.of();

  /** The schema of the runner's bookkeeping; the default schema if not given. */
  @Parameter(property = "dbops.liquibaseSchemaName")
  private @Nullable String liquibaseSchemaName;

  /** Flyway's postgresql.transactional.lock: false if it is switched off in your Flyway. */
  @Parameter(property = "dbops.transactionalLock")
  private @Nullable String transactionalLock;

  /** The major version of the server that migrations run on, 10 to 18. Default: 18. */
  @Parameter(property = "dbops.targetVersion")
  private @Nullable String targetVersion;

  /** Severities by rule: {@code off}, {@code info}, {@code warning} or {@code error}. */
  @Parameter private @Nullable Map<String, String> rules;

  /** The mildest severity that fails the run: info, warning, error or never. Default: error. */
  @Parameter(property = "dbops.failOn")
  private @Nullable String failOn;

  /** A git ref: only changesets that changed since are reported. */
  @Parameter(property = "dbops.since")
  private @Nullable String since;

  /** A JDBC URL: the database that drift compares; lint reports only what it has not run. */
  @Parameter(property = "dbops.url")
  private @Nullable String url;

  /** The role for the database. */
  @Parameter(property = "dbops.username")
  private @Nullable String username;

  /** The role's password. Better given by the environment variable {@code DBOPS_PASSWORD}. */
  @Parameter(property = "dbops.password")
  private @Nullable String password;

  /** A file of findings that are known and not reported. */
  @Parameter(property = "dbops.baseline")
  private @Nullable String baseline;

  /** A file to write all findings of this run to, as the next baseline. */
  @Parameter(property = "dbops.writeBaseline")
  private @Nullable String writeBaseline;

  /** Table sizes: a file of properties or JSON, or the JDBC URL of a database to ask. */
  @Parameter(property = "dbops.tableSizes")
  private @Nullable String tableSizes;

  /** Tables of known size with fewer rows are let off. Default: 10,000. */
  @Parameter(property = "dbops.smallTableRows")
  private @Nullable String smallTableRows;

  /** Tables of known size with fewer rows give warnings at most. Default: 1,000,000. */
  @Parameter(property = "dbops.largeTableRows")
  private @Nullable String largeTableRows;

  /** How fast the server reads a table, for estimates. Default: 200 MiB. */
  @Parameter(property = "dbops.scanBytesPerSecond")
  private @Nullable String scanBytesPerSecond;

  /** How fast the server rewrites a table or builds an index, for estimates. Default: 50 MiB. */
  @Parameter(property = "dbops.rewriteBytesPerSecond")
  private @Nullable String rewriteBytesPerSecond;

  /**
   * Reports to write: text, json, sarif, junit, html, for lint also github and gitlab, for drift
   * also sql, separated by commas.
   */
  @Parameter(property = "dbops.reports")
  private @Nullable String reports;

  /**
   * Where reports are written. Default: {@code target/dbops}, or the working directory without a
   * project.
   */
  @Parameter(property = "dbops.reportDirectory")
  private @Nullable String reportDirectory;

  @Override
  void run(Configuration configuration, ClassLoader classLoader, Path base)
      throws IOException, MojoExecutionException, MojoFailureException {
    if (modules.size() > 1 && isFirstOnly()) {
      getLog()
          .warn(
              "Called by name, dbops:lint lints the first project only;"
                  + " run mvn dbops:lint-modules to lint each module");
    }
    LintJob.Result result = new LintJob(configuration, classLoader, base).run();
    StringBuilder text = new StringBuilder();
    new TextReport(false).write(result.report(), text);
    text.toString().lines().forEach(getLog()::info);
    result.written().forEach(file -> getLog().info("Wrote " + file));
    switch (result.outcome()) {
      case CLEAN -> {}
      case FINDINGS ->
          throw new MojoFailureException(
              "There are migrations that would hurt a live database; see the findings above. "
                  + "Run the safe form instead, or accept a danger with a comment: "
                  + "-- dbops:ignore rule-id: reason\n"
                  + "To see them as a page: mvn dbops:lint -Ddbops.reports=html");
      case UNREADABLE ->
          throw new MojoExecutionException(
              result.report().problems().size()
                  + " parts of the changelog could not be read; see the problems above. "
                  + "Mend them and run mvn dbops:lint again.");
    }
  }

  /** Whether there is anything that is to be linted. */
  boolean namesChangelog() {
    return configuration().get(JobParameter.CHANGE_LOG_FILE).isPresent();
  }

  @Override
  Map<JobParameter, String> given() {
    Map<JobParameter, String> given = super.given();
    put(given, JobParameter.LIQUIBASE_SCHEMA_NAME, liquibaseSchemaName);
    put(given, JobParameter.TRANSACTIONAL_LOCK, transactionalLock);
    put(given, JobParameter.TARGET_VERSION, targetVersion);
    put(given, JobParameter.RULES, pairs(rules));
    put(given, JobParameter.FAIL_ON, failOn);
    put(given, JobParameter.SINCE, since);
    put(given, JobParameter.URL, url);
    put(given, JobParameter.USERNAME, username);
    put(given, JobParameter.PASSWORD, password);
    put(given, JobParameter.BASELINE, baseline);
    put(given, JobParameter.WRITE_BASELINE, writeBaseline);
    put(given, JobParameter.TABLE_SIZES, tableSizes);
    put(given, JobParameter.SMALL_TABLE_ROWS, smallTableRows);
    put(given, JobParameter.LARGE_TABLE_ROWS, largeTableRows);
    put(given, JobParameter.SCAN_BYTES_PER_SECOND, scanBytesPerSecond);
    put(given, JobParameter.REWRITE_BYTES_PER_SECOND, rewriteBytesPerSecond);
    put(given, JobParameter.REPORTS, reports);
    put(given, JobParameter.REPORT_DIRECTORY, reportDirectory);
    return given;
  }
}
