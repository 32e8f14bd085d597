package dev.dbops.maven;

import dev.dbops.migrate.Configuration;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.SnapshotJob;
import dev.dbops.migrate.drift.ExpectedSchema;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes down the schema that the migrations make, for the application to compare its database with
 * when it starts; or what a database has, if one is named. Default file: {@code
 * META-INF/dbops/schema.json} in the project's classes.
 */
@Mojo(
    name = "snapshot",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresProject = false,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class SnapshotMojo extends SchemaMojo {
  @Override
  void run(Configuration configuration, ClassLoader classLoader, Path base) {
    Configuration withFile =
        project()
            .map(
                each ->
                    Configuration.of(
                        Map.of(
                            JobParameter.SNAPSHOT_FILE,
                            each.getBuild().getOutputDirectory() + "/" + ExpectedSchema.BUNDLED)))
            .map(standing -> standing.overriddenBy(configuration))
            .orElse(configuration);
    SnapshotJob.Result result = new SnapshotJob(withFile, classLoader, base).run();
    result.notes().forEach(getLog()::warn);
    getLog()
        .info("Wrote %s: %d facts of %s".formatted(result.file(), result.facts(), result.origin()));
  }
}
