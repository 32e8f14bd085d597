package dev.dbops.migrate.testing;

import dev.dbops.migrate.scratch.EmbeddedProvider;
import dev.dbops.migrate.scratch.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The servers that the system property {@code dbops.test.majors} selects, such as {@code 18},
 * {@code 10,18} or {@code 10-18}. Each is started when it is first asked for and stopped at the end
 * of the JVM. A server that is not in the directory {@code dbops.test.binaries} has to be on the
 * class path.
 */
public final class Postgres {
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long MEMORY_NEEDED = 4L << 30;
  private static final Map<Integer, ScratchServer> SERVERS = new ConcurrentHashMap<>();

  private Postgres() {}

  /** The newest server selected. */
  public static ScratchServer newest() {
    return major(majors().last());
  }

  /** The oldest server selected. */
  public static ScratchServer oldest() {
    return major(majors().first());
  }

  /** All servers selected, the oldest first, each started when the stream gets to it. */
  public static Stream<ScratchServer> selected() {
    return majors().stream().map(Postgres::major);
  }

  /** The major versions selected. */
  public static NavigableSet<Integer> majors() {
    NavigableSet<Integer> majors = new TreeSet<>();
    Matcher range = RANGE.matcher(System.getProperty("dbops.test.majors", "18"));
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      IntStream.rangeClosed(first, last).forEach(majors::add);
    }
    return majors;
  }

  /** The server of one of the major versions selected. */
  public static ScratchServer major(int major) {
    return SERVERS.computeIfAbsent(major, Postgres::start);
  }

  private static ScratchServer start(int major) {
    EmbeddedProvider provider =
        jar(major).map(EmbeddedProvider::fromJar).orElse(EmbeddedProvider.fromClassPath());
    ScratchServer server = inMemory(provider.with("max_wal_size", "128MB")).start();
    if (server.majorVersion() != major) {
      throw new IllegalStateException(
          "No binaries of PostgreSQL %d, only %s: run with -Poldest or -Pall-majors"
              .formatted(major, server));
    }
    return server;
  }

  /** A database is created ten times as fast there. */
  private static EmbeddedProvider inMemory(EmbeddedProvider provider) {
    return MEMORY.toFile().getUsableSpace() < MEMORY_NEEDED
        ? provider
        : provider.withDataUnder(MEMORY);
  }

  private static Optional<Path> jar(int major) {
    Path directory = Path.of(System.getProperty("dbops.test.binaries", "target/postgres-binaries"));
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(directory)) {
      return jars.filter(jar -> jar.getFileName().toString().contains("-" + major + ".")).findAny();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
