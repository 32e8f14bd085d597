package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.drift.DriftCheck;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class DriftMonitorTest {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicBoolean broken = new AtomicBoolean();

  private final DriftListener listener =
      new DriftListener() {
        @Override
        public void appeared(DriftReport report) {
          told.add("appeared " + report.differences().size());
          throw new IllegalStateException("a listener that fails");
        }

        @Override
        public void changed(DriftReport before, DriftReport now) {
          told.add("changed " + before.differences().size() + " to " + now.differences().size());
        }

        @Override
        public void gone(DriftReport before) {
          told.add("gone " + before.differences().size());
        }

        @Override
        public void failed(RuntimeException failure) {
          told.add("failed: " + failure.getMessage());
        }
      };

  @PostgresTest(from = 12)
  void tells_what_is_new_and_nothing_twice(ScratchDatabase database) throws SQLException {
    try (DriftMonitor monitor =
        DriftMonitor.of(asItIs(database), database.dataSource(), listener)) {
      monitor.check();
      database.execute("CREATE TABLE one (id bigint)");
      monitor.check();
      monitor.check();
      database.execute("CREATE TABLE two (id bigint)");
      monitor.check();
      broken.set(true);
      monitor.check();
      broken.set(false);
      assertThat(monitor.drift()).get().matches(drift -> drift.differences().size() == 2);
      database.execute("DROP TABLE one, two");
      monitor.check();
      monitor.check();

      assertThat(told)
          .containsExactly(
              "appeared 1", "changed 1 to 2", "failed: No connection. Try again.", "gone 2");
      assertThat(monitor.drift()).isEmpty();
    }
  }

  @PostgresTest(from = 12)
  void checks_again_and_again_until_it_is_closed(ScratchDatabase database)
      throws SQLException, InterruptedException {
    DriftCheck check = asItIs(database);
    database.execute("CREATE TABLE one (id bigint)");
    try (DriftMonitor monitor = DriftMonitor.of(check, database.dataSource(), listener)) {
      monitor.start(Duration.ofMillis(1));

      assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("appeared 1");
      database.execute("DROP TABLE one");
      assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("gone 1");
    }
  }

  private DriftCheck asItIs(ScratchDatabase database) {
    CatalogSnapshot now = CatalogReader.create().read(database.dataSource());
    ExpectedSchema expected =
        target -> {
          if (broken.get()) {
            throw new DbopsException("No connection", "try again");
          }
          return new ExpectedSchema.Expectation(now, "what it was", List.of());
        };
    return DriftCheck.against(expected).within(Duration.ofMinutes(1));
  }
}
