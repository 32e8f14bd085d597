package dev.dbops.migrate;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.SnapshotFile;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.error.DbopsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes a snapshot as build tools do: of what the database has if one is named, else of what the
 * migrations make.
 */
public final class SnapshotJob {
  private final Configuration configuration;
  private final ClassLoader classLoader;
  private final Path directory;

  /**
   * @param classLoader where changelogs on the class path, users' changes and the driver are found
   * @param directory what relative paths refer to
   */
  public SnapshotJob(Configuration configuration, ClassLoader classLoader, Path directory) {
    this.configuration = configuration;
    this.classLoader = classLoader;
    this.directory = directory;
  }

  /**
   * What a run gives.
   *
   * @param origin what it is a snapshot of
   * @param facts how much it says
   * @param notes what it does not contain although it might, a sentence each
   */
  public record Result(Path file, String origin, int facts, List<String> notes) {
    public Result {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Runs.
   *
   * @throws DbopsException if a parameter is wrong, the file cannot be written, a database does not
   *     answer or the migrations are refused on the scratch server
   */
  public Result run() {
    Path file =
        configuration
            .path(JobParameter.SNAPSHOT_FILE)
            .map(directory::resolve)
            .orElseThrow(
                () ->
                    new DbopsException(
                        "It is not said where to write the snapshot", "name a file: snapshotFile"));
    ExpectedSchema.Expectation schema = schema();
    CatalogSnapshot snapshot = schema.snapshot();
    SnapshotFile.write(snapshot, file);
    List<String> notes = new ArrayList<>(schema.notes());
    notes.addAll(snapshot.unseen());
    return new Result(file, schema.origin(), snapshot.facts().size(), notes);
  }

  private ExpectedSchema.Expectation schema() {
    Optional<DataSource> database =
        configuration.database(
            JobParameter.REFERENCE_URL,
            JobParameter.REFERENCE_USERNAME,
            JobParameter.REFERENCE_PASSWORD,
            classLoader);
    if (database.isPresent()) {
      return new ExpectedSchema.Expectation(
          CatalogReader.create().read(database.get()), "the database", List.of());
    }
    return ConfiguredReplay.of(configuration, classLoader, directory)
        .map(ConfiguredReplay::ofAll)
        .orElseThrow(
            () ->
                new DbopsException(
                    "There is nothing to write a snapshot of",
                    "name the migrations (changeLogFile) or a database (referenceUrl)"));
  }
}
