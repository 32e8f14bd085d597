package dev.dbops.migrate.changelog;

import java.util.List;

/**
 * All changesets of an application, in the order in which their runner runs them. Immutable and
 * thread-safe.
 *
 * @param runner whose rules of order and transactions hold
 * @param changeSets in their order; the whole history, run or not
 * @param comments comments of the changelog itself that mention dbops
 * @param problems what could not be read
 */
public record Changelog(
    Runner runner,
    List<ChangeSet> changeSets,
    List<ChangelogComment> comments,
    List<ReadProblem> problems) {
  /** Who runs the changesets. */
  public enum Runner {
    LIQUIBASE,
    FLYWAY,
    PSQL
  }

  public Changelog {
    changeSets = List.copyOf(changeSets);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }
}
