package dev.dbops.migrate.changelog;

import dev.dbops.migrate.changelog.internal.ChangelogFormat;
import dev.dbops.migrate.changelog.internal.liquibase.LiquibaseUpdate;
import dev.dbops.migrate.error.DbopsException;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * What came of running a changelog of Liquibase's on a database that may be thrown away.
 *
 * @param run the changesets that ran, in their order
 * @param skipped what could not be run, a sentence each: custom changes whose class is not there
 */
public record LiquibaseReplay(List<ChangeSetId> run, List<String> skipped) {
  public LiquibaseReplay {
    run = List.copyOf(run);
    skipped = List.copyOf(skipped);
  }

  /**
   * Lets Liquibase run a changelog, with preconditions and with classes of the user's. Liquibase's
   * own state in the application stays untouched.
   *
   * @param path as {@link Changelog#liquibase(String, ChangelogOptions)} takes it
   * @param database empty, and nobody's but the caller's
   * @param selected which changesets are to run
   * @throws DbopsException if Liquibase is not there, or the changelog cannot be read or is
   *     refused; what ran before stays
   */
  public static LiquibaseReplay of(
      String path, ChangelogOptions options, DataSource database, Predicate<ChangeSetId> selected) {
    if (!ChangelogFormat.isLiquibasePresent()) {
      throw new DbopsException(
          path + " is a changelog of Liquibase's, which is not on the class path",
          "add org.liquibase:liquibase-core, 4.31 or later");
    }
    return LiquibaseUpdate.run(path, options, database, selected);
  }
}
