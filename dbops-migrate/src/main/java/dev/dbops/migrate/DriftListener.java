package dev.dbops.migrate;

import dev.dbops.migrate.drift.DriftReport;

/**
 * Is told what a {@link DriftMonitor} finds, to raise an alarm. Called in the monitor's thread, one
 * call at a time; what a listener throws is logged.
 */
public interface DriftListener {
  /** There is drift, and there was none before. */
  void appeared(DriftReport report);

  /** There are other differences than before. */
  void changed(DriftReport before, DriftReport now);

  /** There is no drift any more. */
  void gone(DriftReport before);

  /** It could not be checked; what is known of drift stays. Told at each failure. */
  void failed(RuntimeException failure);
}
