package dev.dbops.migrate;

/** How a run ends. */
public enum Outcome {
  /** There is nothing that is to fail it. */
  CLEAN,
  /** There are findings or differences that are. */
  FINDINGS,
  /** Something could not be read or seen, so that what was found is not all. */
  UNREADABLE
}
