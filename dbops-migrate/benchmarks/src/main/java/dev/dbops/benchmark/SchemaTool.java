package dev.dbops.benchmark;

import dev.dbops.migrate.scratch.ScratchDatabase;

/** A tool that compares the schemas of two databases. */
interface SchemaTool {
  /** As the head of a column calls it. */
  String name();

  /** Reads a database to which others are compared then. */
  Comparison with(ScratchDatabase given) throws Exception;

  /** What it has read of one database, for comparisons with others. */
  @FunctionalInterface
  interface Comparison extends AutoCloseable {
    /** Whether the other database differs. */
    boolean differs(ScratchDatabase other) throws Exception;

    @Override
    default void close() throws Exception {}
  }
}
