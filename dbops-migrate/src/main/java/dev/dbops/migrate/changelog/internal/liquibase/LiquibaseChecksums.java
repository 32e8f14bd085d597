package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.CheckedChangeSet;
import dev.dbops.migrate.error.DbopsException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;

/** Compares changesets with what Liquibase has noted of them, by its own checksums. */
public final class LiquibaseChecksums {
  private LiquibaseChecksums() {}

  /**
   * Reads a changelog without a database.
   *
   * @throws DbopsException if it cannot be read
   */
  public static List<CheckedChangeSet> read(
      String path, ChangelogOptions options, Map<ChangeSetId, String> recorded) {
    ChangelogRoot root = ChangelogRoot.of(path, options);
    try {
      return LiquibaseThread.call(
          () -> {
            Scope.getCurrentScope()
                .getSingleton(ChangeFactory.class)
                .register(new CustomChangeIfPresent());
            return Scope.child(
                DatabaseChangelog.settings(root, options), () -> read(root, options, recorded));
          });
    } catch (ExecutionException e) {
      throw new DbopsException(
          "Liquibase could not read " + root.name() + ": " + Failure.reason(e),
          "run liquibase validate on it, and correct what it says",
          e.getCause());
    }
  }

  private static List<CheckedChangeSet> read(
      ChangelogRoot root, ChangelogOptions options, Map<ChangeSetId, String> recorded)
      throws Exception {
    Database database =
        OfflinePostgres.database(
            options.serverVersion(),
            options.defaultSchema(),
            new SearchPathAccessor(root.searchPath()));
    return Scope.child(
        Map.of(Scope.Attr.database.name(), database),
        () -> check(DatabaseChangelog.read(root, options, database), recorded));
  }

  private static List<CheckedChangeSet> check(
      DatabaseChangelog changelog, Map<ChangeSetId, String> recorded) throws LiquibaseException {
    return changelog.parsed().getChangeSets().stream()
        .map(changeSet -> check(changeSet, changelog.isSelected(changeSet), recorded))
        .toList();
  }

  /** Older versions of Liquibase computed other checksums, which it still can. */
  private static CheckedChangeSet check(
      ChangeSet changeSet, boolean selected, Map<ChangeSetId, String> recorded) {
    ChangeSetId id = DatabaseChangelog.id(changeSet);
    String noted = recorded.getOrDefault(id, "");
    boolean repeatable = changeSet.isRunOnChange() || changeSet.isAlwaysRun();
    boolean computable =
        changeSet.getChanges().stream()
            .noneMatch(each -> each instanceof CustomChangeIfPresent custom && custom.isAbsent());
    if (noted.isEmpty() || !computable) {
      return new CheckedChangeSet(id, "", true, repeatable, selected);
    }
    CheckSum sum = CheckSum.parse(noted);
    String current =
        changeSet
            .generateCheckSum(ChecksumVersion.enumFromChecksumVersion(sum.getVersion()))
            .toString();
    return new CheckedChangeSet(id, current, changeSet.isCheckSumValid(sum), repeatable, selected);
  }
}
