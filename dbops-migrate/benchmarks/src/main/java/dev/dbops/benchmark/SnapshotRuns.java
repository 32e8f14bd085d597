package dev.dbops.benchmark;

import dev.dbops.migrate.scratch.EmbeddedProvider;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long the catalogs of 100, 5,000 and 20,000 tables are read, just created and with statistics,
 * beside {@code pg_dump --schema-only} and Liquibase's snapshot on the same databases, as far as
 * these can: {@code pg_dump} locks each table, and more than 5,000 are more than a server lets a
 * transaction lock with the settings that it comes with. Ends with an
 * error if a ratio is missed that is asked for; times alone say more of the machine than of dbops.
 * Give it other numbers of tables, if you like.
 */
public final class SnapshotRuns {
  private static final int ROUNDS = 3;
  private static final int READINGS = 8;
  private static final int OF_INTEREST = 5_000;
  private static final double TIMES_AS_FAST_AS_PG_DUMP = 2;
  private static final double TIMES_AS_FAST_AS_LIQUIBASE = 50;

  private final List<String> missed = new ArrayList<>();
  private final boolean pgDump = hasPgDump();

  private SnapshotRuns() {}

  public static void main(String[] arguments) throws Exception {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(100, OF_INTEREST, 20_000)
            : Arrays.stream(arguments).map(Integer::valueOf).toList();
    SnapshotRuns runs = new SnapshotRuns();
    if (!runs.pgDump) {
      System.out.println("pg_dump is skipped: it is not on the PATH");
    }
    try (ScratchServer server = server()) {
      for (int tables : sizes) {
        try (ScratchDatabase database = server.create()) {
          runs.measure(tables, database);
        }
      }
    }
    if (!runs.missed.isEmpty()) {
      throw new IllegalStateException(String.join("; ", runs.missed));
    }
  }

  /** A server with PostgreSQL's own settings, where they bear on how much a reader may lock. */
  private static ScratchServer server() {
    return EmbeddedProvider.fromClassPath()
        .with("max_connections", "100")
        .with("max_prepared_transactions", "0")
        .with("shared_buffers", "128MB")
        .start();
  }

  private void measure(int tables, ScratchDatabase database)
      throws SQLException, IOException, InterruptedException {
    new GeneratedSchema(tables).create(database.dataSource());
    double justCreated = compare(tables, "just created", database);
    database.execute("ANALYZE");
    double slower = Math.max(justCreated, compare(tables, "with statistics", database));
    if (tables <= OF_INTEREST) {
      SchemaReadings liquibase =
          SchemaReadings.inJvm(SchemaReader.LIQUIBASE, url(database), 1, "-Xmx8g");
      System.out.printf(
          "%,d tables, with statistics: Liquibase %.1f s, %,d MB%n",
          tables, liquibase.median(), liquibase.peakMegabytes());
      ask(tables, "Liquibase", liquibase.median() / slower, TIMES_AS_FAST_AS_LIQUIBASE);
    }
  }

  /** Readings by turns, so that what else the machine does meets both; gives the time of dbops. */
  private double compare(int tables, String state, ScratchDatabase database)
      throws SQLException, IOException, InterruptedException {
    SchemaReadings cold = SchemaReadings.NONE;
    SchemaReadings warm = SchemaReadings.NONE;
    SchemaReadings dumps = SchemaReadings.NONE;
    boolean besideDump = pgDump && tables <= OF_INTEREST;
    for (int round = 0; round < ROUNDS; round++) {
      SchemaReadings dbops =
          SchemaReadings.inJvm(
              SchemaReader.DBOPS, url(database), READINGS, "-Xmx1g", "-XX:+UseSerialGC");
      cold = cold.and(dbops.first());
      warm = warm.and(dbops.afterFirst());
      if (besideDump) {
        dumps = dumps.and(SchemaReadings.ofPgDump(url(database)));
      }
    }
    System.out.printf(
        "%,d tables, %s: dbops %.2f s (%s), first reading of a JVM %.2f s, %,d MB%n",
        tables, state, warm.median(), warm.range(), cold.median(), warm.peakMegabytes());
    if (besideDump) {
      System.out.printf(
          "%,d tables, %s: pg_dump -s %.2f s (%s)%n", tables, state, dumps.median(), dumps.range());
      ask(tables, "pg_dump -s, " + state, dumps.median() / warm.median(), TIMES_AS_FAST_AS_PG_DUMP);
    }
    return warm.median();
  }

  /** Of a hundred tables anybody's start takes longer than the reading; only said, not asked. */
  private void ask(int tables, String other, double ratio, double asked) {
    String result = "%,d tables: %.1f times as fast as %s".formatted(tables, ratio, other);
    System.out.println(result);
    if (tables == OF_INTEREST && ratio < asked) {
      missed.add(result + ", %.0f asked".formatted(asked));
    }
  }

  private static String url(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return connection.getMetaData().getURL();
    }
  }

  private static boolean hasPgDump() {
    try {
      return new ProcessBuilder("pg_dump", "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
