package dev.dbops.maven;

import dev.dbops.migrate.Configuration;
import dev.dbops.migrate.DriftJob;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.report.DriftTextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Says how a database differs from its migrations, and fails the build if it does. Only reads the
 * database.
 */
@Mojo(
    name = "drift",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class DriftMojo extends SchemaMojo {
  /** A JDBC URL: the database that drift compares; lint reports only what it has not run. */
  @Parameter(property = "dbops.url")
  private @Nullable String url;

  /** The role for the database. */
  @Parameter(property = "dbops.username")
  private @Nullable String username;

  /** The role's password. Better given by the environment variable {@code DBOPS_PASSWORD}. */
  @Parameter(property = "dbops.password")
  private @Nullable String password;

  /** What does not count as drift: {@code table public.tmp_*} and the like, with a reason. */
  @Parameter private @Nullable Map<String, String> ignore;

  /** The mildest difference that fails the run: info, warning, error or never. Default: info. */
  @Parameter(property = "dbops.failOnDrift")
  private @Nullable String failOnDrift;

  /** Whether things that could not be seen or are not known fail the run. Default: false. */
  @Parameter(property = "dbops.strict")
  private @Nullable String strict;

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
    DriftJob.Result result = new DriftJob(configuration, classLoader, base).run();
    StringBuilder text = new StringBuilder();
    new DriftTextReport(false).write(result.report(), text);
    text.toString().lines().forEach(getLog()::info);
    result.written().forEach(file -> getLog().info("Wrote " + file));
    switch (result.outcome()) {
      case CLEAN -> {}
      case FINDINGS ->
          throw new MojoFailureException(
              "The database differs from what it should be; see the differences above. Mend it"
                  + " with the SQL there, write a migration, or accept a difference in dbops.yaml:"
                  + " ignore.\n"
                  + "To see them side by side: mvn dbops:drift -Ddbops.reports=html");
      case UNREADABLE ->
          throw new MojoExecutionException(
              "There is no drift in what could be compared, but that is not all; see the notes"
                  + " above. Mend their causes, or run without strict.");
    }
  }

  @Override
  Map<JobParameter, String> given() {
    Map<JobParameter, String> given = super.given();
    put(given, JobParameter.URL, url);
    put(given, JobParameter.USERNAME, username);
    put(given, JobParameter.PASSWORD, password);
    put(given, JobParameter.IGNORE, pairs(ignore));
    put(given, JobParameter.FAIL_ON_DRIFT, failOnDrift);
    put(given, JobParameter.STRICT, strict);
    put(given, JobParameter.REPORTS, reports);
    put(given, JobParameter.REPORT_DIRECTORY, reportDirectory);
    return given;
  }
}
