package dev.dbops.migrate;

import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.drift.ReplayedSchema;
import dev.dbops.migrate.scratch.ExternalProvider;
import dev.dbops.migrate.scratch.ScratchServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** What the migrations of a configuration make, on the scratch server that it names. */
record ConfiguredReplay(
    String location, Configuration configuration, ClassLoader classLoader, Path directory)
    implements ExpectedSchema {

  /** Empty if no migrations are named. */
  static Optional<ConfiguredReplay> of(
      Configuration configuration, ClassLoader classLoader, Path directory) {
    return configuration
        .get(JobParameter.CHANGE_LOG_FILE)
        .map(location -> new ConfiguredReplay(location, configuration, classLoader, directory));
  }

  @Override
  public Expectation of(DataSource target) {
    return replayed(replay -> replay.of(target));
  }

  /** What all of them make together, whatever database will run them. */
  Expectation ofAll() {
    return replayed(ReplayedSchema::ofAll);
  }

  private Expectation replayed(Function<ReplayedSchema, Expectation> how) {
    ReplayedSchema replay =
        ExpectedSchema.replayed(location, configuration.changelogOptions(classLoader, directory));
    Optional<String> url = configuration.get(JobParameter.SCRATCH_URL);
    if (url.isEmpty()) {
      return how.apply(replay);
    }
    Map<String, String> properties = new HashMap<>();
    configuration
        .get(JobParameter.SCRATCH_USERNAME)
        .ifPresent(value -> properties.put("user", value));
    configuration
        .get(JobParameter.SCRATCH_PASSWORD)
        .ifPresent(value -> properties.put("password", value));
    try (ScratchServer server = ExternalProvider.of(url.get(), properties).start()) {
      return how.apply(replay.on(server));
    }
  }
}
