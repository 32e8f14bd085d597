package dev.dbops.migrate.changelog;

import dev.dbops.migrate.changelog.internal.ChangelogFormat;
import dev.dbops.migrate.changelog.internal.FlywayChecksums;
import dev.dbops.migrate.changelog.internal.liquibase.LiquibaseChecksums;
import java.util.List;
import java.util.Map;

/**
 * A changeset of the files beside what a database remembers of it.
 *
 * @param id as books have it
 * @param checksum of the files, as its runner computes it; empty if it computes none
 * @param matches whether the runner takes the changeset for the one that has run; also if it has
 *     not, or if no checksum was kept
 * @param repeatable whether it runs again when its text changes, or every time
 * @param selected whether it is one of those that the contexts and labels ask for
 */
public record CheckedChangeSet(
    ChangeSetId id, String checksum, boolean matches, boolean repeatable, boolean selected) {
  /**
   * All changesets, in the order of the files; none if the runner keeps no books, or if Liquibase
   * is not on the class path.
   *
   * @param location as {@link Changelog#read(String)} takes it
   * @param recorded the checksums that a database has, by the ids that it has
   * @throws dev.dbops.migrate.error.DbopsException if the changelog cannot be read
   */
  public static List<CheckedChangeSet> read(
      String location, ChangelogOptions options, Map<ChangeSetId, String> recorded) {
    return switch (ChangelogFormat.runner(location, options)) {
      case LIQUIBASE ->
          ChangelogFormat.isLiquibasePresent()
              ? LiquibaseChecksums.read(location, options, recorded)
              : List.of();
      case FLYWAY -> FlywayChecksums.read(location, options, recorded);
      case PSQL -> List.of();
    };
  }
}
