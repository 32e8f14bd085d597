package dev.dbops.migrate.lock;

/** What the server does while it holds a lock, for as long as the table is large. */
public enum Work {
  /** Every row is read, to check it. */
  SCAN("reads every row"),
  /** The table is written anew, with all its indexes. */
  REWRITE("rewrites the table"),
  /** An index is built. */
  INDEX_BUILD("builds an index");

  private final String words;

  Work(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
