package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.internal.Problems;
import java.util.concurrent.ExecutionException;

/** Reads changelogs of Liquibase's, in all its formats, without a database. */
public final class LiquibaseChangelogs {
  private LiquibaseChangelogs() {}

  /**
   * Reads a changelog and all that it includes.
   *
   * @param path on disk, or as Liquibase looks it up on the search path
   */
  public static Changelog read(String path, ChangelogOptions options) {
    ChangelogRoot root = ChangelogRoot.of(path, options);
    LiquibaseRun run =
        new LiquibaseRun(root.name(), options, new SearchPathAccessor(root.searchPath()));
    try {
      return LiquibaseThread.call(run::read);
    } catch (ExecutionException e) {
      return Problems.only(
          Changelog.Runner.LIQUIBASE,
          Problems.ofFile(
              root.name(),
              "Liquibase fails on " + root.name() + ": " + Failure.reason(e),
              "run liquibase validate on it, and correct what it says"));
    }
  }
}
