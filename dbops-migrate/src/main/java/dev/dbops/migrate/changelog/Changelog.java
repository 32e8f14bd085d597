package dev.dbops.migrate.changelog;

import dev.dbops.migrate.changelog.internal.ChangelogFormat;
import dev.dbops.migrate.changelog.internal.FlywayMigrations;
import dev.dbops.migrate.changelog.internal.Problems;
import dev.dbops.migrate.changelog.internal.SqlScripts;
import dev.dbops.migrate.changelog.internal.liquibase.LiquibaseChangelogs;
import java.util.List;

/**
 * All changesets of an application, in the order in which their runner runs them. Immutable and
 * thread-safe.
 *
 * <p>The factories read files and nothing else: no database, no code of the user's. They throw
 * nothing for what is missing or broken, but list it as a problem and read the rest.
 *
 * @param runner whose rules of order and transactions hold
 * @param transactionalLock whether the runner keeps a transaction open in a second session while it
 *     runs the changesets, as Flyway does for its lock
 * @param changeSets in their order; the whole history, run or not
 * @param comments comments that speak to dbops and are not part of any SQL that is sent
 * @param problems what could not be read
 */
public record Changelog(
    Runner runner,
    boolean transactionalLock,
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

  /** A changelog whose runner has one session only. */
  public Changelog(
      Runner runner,
      List<ChangeSet> changeSets,
      List<ChangelogComment> comments,
      List<ReadProblem> problems) {
    this(runner, false, changeSets, comments, problems);
  }

  /** Reads a changelog of Liquibase's with {@linkplain ChangelogOptions#defaults the defaults}. */
  public static Changelog liquibase(String path) {
    return liquibase(path, ChangelogOptions.defaults());
  }

  /**
   * Reads a changelog of Liquibase's, in XML, YAML, JSON or formatted SQL, with all that it
   * includes. Its changes become the SQL that Liquibase itself generates for PostgreSQL. Liquibase
   * 4.31 or later has to be on the class path.
   *
   * @param path on disk, or on the class path with or without {@code classpath:} in front. What it
   *     includes is looked up on the search path, on the class path, and in the folders above it
   */
  public static Changelog liquibase(String path, ChangelogOptions options) {
    return ChangelogFormat.isLiquibasePresent()
        ? LiquibaseChangelogs.read(path, options)
        : Problems.only(Runner.LIQUIBASE, Problems.noLiquibase(path));
  }

  /** Reads migrations of Flyway's with {@linkplain ChangelogOptions#defaults the defaults}. */
  public static Changelog flyway(String locations) {
    return flyway(locations, ChangelogOptions.defaults());
  }

  /**
   * Reads migrations of Flyway's: versioned ones in the order of their numbers, then repeatable
   * ones. Placeholders stay as they are.
   *
   * @param locations folders, separated by commas, as Flyway's {@code locations}: each with {@code
   *     filesystem:}, {@code classpath:} or neither in front
   */
  public static Changelog flyway(String locations, ChangelogOptions options) {
    return FlywayMigrations.read(locations, options);
  }

  /** Reads SQL files with {@linkplain ChangelogOptions#defaults the defaults}. */
  public static Changelog sql(String location) {
    return sql(location, ChangelogOptions.defaults());
  }

  /**
   * Reads SQL files as psql runs them, in the order of their paths.
   *
   * @param location a file, a folder with the folders in it, or a glob such as {@code db/*.sql}; on
   *     the search path, or, but for a glob, on the class path
   */
  public static Changelog sql(String location, ChangelogOptions options) {
    return SqlScripts.read(location, options);
  }

  /** Reads whatever lies there with {@linkplain ChangelogOptions#defaults the defaults}. */
  public static Changelog read(String location) {
    return read(location, ChangelogOptions.defaults());
  }

  /**
   * Reads whatever lies there: XML, YAML, JSON and formatted SQL as {@link #liquibase}, a folder
   * with files named like {@code V1__x.sql} as {@link #flyway}, and the rest as {@link #sql}.
   */
  public static Changelog read(String location, ChangelogOptions options) {
    return switch (ChangelogFormat.runner(location, options)) {
      case LIQUIBASE -> liquibase(location, options);
      case FLYWAY -> flyway(location, options);
      case PSQL -> sql(location, options);
    };
  }
}
