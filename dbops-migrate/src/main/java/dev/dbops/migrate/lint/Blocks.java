package dev.dbops.migrate.lint;

/** Whom a hazard stops. */
public enum Blocks {
  READS_AND_WRITES("reads and writes"),
  READS("reads"),
  WRITES("writes"),
  /** Nobody waits; the migration itself fails or leaves something broken. */
  MIGRATION("the migration itself"),
  /** Nobody waits; running versions of the application break. */
  APPLICATION("running versions of the application"),
  NOBODY("nobody");

  private final String words;

  Blocks(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
