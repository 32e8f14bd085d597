package dev.dbops.migrate.lint;

/** How bad a finding is, from the mildest to the worst. */
public enum Severity {
  /** Advice: nobody is blocked. */
  INFO,
  /** Somebody may be blocked for a moment, or running applications have to cooperate. */
  WARNING,
  /** Users are blocked for as long as the table is large, or the migration fails. */
  ERROR;

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
