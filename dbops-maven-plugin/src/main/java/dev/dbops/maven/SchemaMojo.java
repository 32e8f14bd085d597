package dev.dbops.maven;

import dev.dbops.migrate.JobParameter;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals have in common that deal with whole schemas. */
abstract class SchemaMojo extends ConfiguredMojo {
  /**
   * A snapshot: snapshot writes it, drift expects what it says instead of running the changelog.
   */
  @Parameter(property = "dbops.snapshotFile")
  private @Nullable String snapshotFile;

  /**
   * A JDBC URL: the database that drift expects and snapshot writes down instead of running the
   * changelog.
   */
  @Parameter(property = "dbops.referenceUrl")
  private @Nullable String referenceUrl;

  /** The role for that database. */
  @Parameter(property = "dbops.referenceUsername")
  private @Nullable String referenceUsername;

  /** That role's password. Better given by the variable {@code DBOPS_REFERENCE_PASSWORD}. */
  @Parameter(property = "dbops.referencePassword")
  private @Nullable String referencePassword;

  /**
   * A JDBC URL: the server on which a database is created to run the changelog, and dropped; an
   * embedded server if not given.
   */
  @Parameter(property = "dbops.scratchUrl")
  private @Nullable String scratchUrl;

  /** The role for that server; needs CREATEDB. */
  @Parameter(property = "dbops.scratchUsername")
  private @Nullable String scratchUsername;

  /** That role's password. Better given by the variable {@code DBOPS_SCRATCH_PASSWORD}. */
  @Parameter(property = "dbops.scratchPassword")
  private @Nullable String scratchPassword;

  @Override
  Map<JobParameter, String> given() {
    Map<JobParameter, String> given = super.given();
    put(given, JobParameter.SNAPSHOT_FILE, snapshotFile);
    put(given, JobParameter.REFERENCE_URL, referenceUrl);
    put(given, JobParameter.REFERENCE_USERNAME, referenceUsername);
    put(given, JobParameter.REFERENCE_PASSWORD, referencePassword);
    put(given, JobParameter.SCRATCH_URL, scratchUrl);
    put(given, JobParameter.SCRATCH_USERNAME, scratchUsername);
    put(given, JobParameter.SCRATCH_PASSWORD, scratchPassword);
    return given;
  }
}
