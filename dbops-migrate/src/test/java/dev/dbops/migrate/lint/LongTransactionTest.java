package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.Changelog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A generated migration may have many thousand statements in one transaction. */
class LongTransactionTest {
  private static final int SHORT = 400;
  private static final int FACTOR = 12;
  private static final int ROUNDS = 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t%d ADD COLUMN c int;",
        "ALTER TABLE t ALTER COLUMN c SET DEFAULT %d;",
        "ALTER TABLE t%d ADD UNIQUE (c);",
        "ALTER TABLE t%d ADD FOREIGN KEY (c) REFERENCES r (id);",
        "ALTER TABLE t%d VALIDATE CONSTRAINT k;",
        "ALTER TABLE t%d ADD CONSTRAINT k CHECK (c > 0) NOT VALID; ALTER TABLE t%d VALIDATE CONSTRAINT k;",
        "ALTER TABLE t%d ADD COLUMN c int; UPDATE u SET c = %d;",
        "UPDATE u SET c = %d;",
        "DROP INDEX i%d;"
      })
  void takes_time_in_proportion_to_its_statements(String statement, @TempDir Path folder)
      throws IOException {
    Changelog shortOne = changelog(statement, SHORT, folder.resolve("short"));
    Changelog longOne = changelog(statement, SHORT * FACTOR, folder.resolve("long"));

    long best = Long.MAX_VALUE;
    long bestOfLong = Long.MAX_VALUE;
    boolean inProportion = false;
    // Other work can only add to a run's time: what is in proportion shows it in one of the rounds.
    for (int round = 0; round < ROUNDS && !inProportion; round++) {
      best = Math.min(best, nanosToLint(shortOne));
      bestOfLong = Math.min(bestOfLong, nanosToLint(longOne));
      // In proportion it is the factor, its square otherwise: the border lies between.
      inProportion = bestOfLong < FACTOR * FACTOR / 4 * best;
    }

    assertThat(inProportion).as("%d ns for one, %d ns for %d", best, bestOfLong, FACTOR).isTrue();
  }

  private static Changelog changelog(String statement, int count, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("V1__long_transaction.sql"),
        IntStream.range(0, count)
            .mapToObj(i -> statement.replace("%d", Integer.toString(i)))
            .collect(Collectors.joining("\n")));
    return Changelog.flyway(folder.toString());
  }

  /** The processor time of this thread. */
  private static long nanosToLint(Changelog changelog) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(Linter.create().lint(changelog).problems()).isEmpty();
    return threads.getCurrentThreadCpuTime() - start;
  }
}
