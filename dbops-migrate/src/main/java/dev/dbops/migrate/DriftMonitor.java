package dev.dbops.migrate;

import dev.dbops.migrate.drift.DriftCheck;
import dev.dbops.migrate.drift.DriftReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a database with what is expected again and again, and tells a listener what is new.
 * Checks never overlap. Thread-safe.
 */
public final class DriftMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DriftMonitor.class);

  private final DriftCheck check;
  private final DataSource database;
  private final DriftListener listener;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(DriftMonitor::thread);
  private Optional<DriftReport> drift = Optional.empty();

  private DriftMonitor(DriftCheck check, DataSource database, DriftListener listener) {
    this.check = check;
    this.database = database;
    this.listener = listener;
  }

  /**
   * A monitor that checks only when it is told to: by {@link #start} or, from a scheduler of the
   * application's, by {@link #check}.
   *
   * @param check should have a {@linkplain DriftCheck#within limit}
   */
  public static DriftMonitor of(DriftCheck check, DataSource database, DriftListener listener) {
    return new DriftMonitor(check, database, listener);
  }

  /** Does not keep the JVM alive. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "dbops-drift-monitor");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Checks at once and then again and again, in a thread of its own.
   *
   * @param interval between the end of a check and the begin of the next
   * @return this monitor
   */
  public DriftMonitor start(Duration interval) {
    // Of the future there is nothing to learn: check() throws nothing and never ends the series.
    Future<?> unused =
        executor.scheduleWithFixedDelay(this::check, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    return this;
  }

  /** Checks now; waits for a check that is going on. What goes wrong is for the listener. */
  public synchronized void check() {
    DriftReport report;
    try {
      report = check.of(database);
    } catch (RuntimeException failure) {
      tell(listening -> listening.failed(failure));
      return;
    }
    Optional<DriftReport> before = drift;
    drift = Optional.of(report).filter(DriftReport::hasDrift);
    if (drift.isPresent()) {
      if (before.isEmpty()) {
        tell(listening -> listening.appeared(report));
      } else if (!before.get().differences().equals(report.differences())) {
        tell(listening -> listening.changed(before.get(), report));
      }
    } else {
      before.ifPresent(gone -> tell(listening -> listening.gone(gone)));
    }
  }

  /** What the listener throws must not end the checks. */
  private void tell(Consumer<DriftListener> news) {
    try {
      news.accept(listener);
    } catch (RuntimeException failure) {
      LOG.warn("The listener of drift has failed", failure);
    }
  }

  /** The drift of the last check that could be made; empty if there was none, or no such check. */
  public synchronized Optional<DriftReport> drift() {
    return drift;
  }

  /** Ends the checks; one that is going on is interrupted. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
