package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.LiquibaseReplay;
import dev.dbops.migrate.error.DbopsException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What came of running migrations on an empty database.
 *
 * @param run the changesets that ran, in their order
 * @param skipped what could not be run, a sentence each
 */
record Replay(List<ChangeSetId> run, List<String> skipped) {
  Replay {
    run = List.copyOf(run);
    skipped = List.copyOf(skipped);
  }

  /**
   * Runs migrations as their runner would: Liquibase's by Liquibase, others by sending their
   * statements in the same transactions.
   *
   * @param location as {@link Changelog#read(String)} takes it
   * @param database empty, and nobody's but the caller's
   * @param selected which changesets are to run
   * @throws DbopsException if one cannot be read or is refused
   */
  static Replay of(
      String location,
      ChangelogOptions options,
      DataSource database,
      Predicate<ChangeSetId> selected) {
    Changelog changelog = Changelog.read(location, options);
    if (!changelog.problems().isEmpty()) {
      throw new DbopsException(
          changelog.problems().stream().map(Object::toString).collect(Collectors.joining("; ")),
          "correct this, since nothing can be expected of migrations that cannot be read");
    }
    if (changelog.runner() == Changelog.Runner.LIQUIBASE) {
      LiquibaseReplay replay = LiquibaseReplay.of(location, options, database, selected);
      return new Replay(replay.run(), replay.skipped());
    }
    return new Replay(ScriptReplay.run(changelog, options, database, selected), List.of());
  }
}
