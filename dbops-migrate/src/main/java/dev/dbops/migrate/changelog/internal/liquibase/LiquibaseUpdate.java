package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.LiquibaseReplay;
import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/** Runs a changelog by Liquibase itself; the whole of it happens in one thread, which then ends. */
public final class LiquibaseUpdate {
  private final ChangelogRoot root;
  private final ChangelogOptions options;
  private final Predicate<ChangeSetId> selected;
  private final List<ChangeSetId> run = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private LiquibaseUpdate(
      ChangelogRoot root, ChangelogOptions options, Predicate<ChangeSetId> selected) {
    this.root = root;
    this.options = options;
    this.selected = selected;
  }

  /**
   * Runs a changelog.
   *
   * @throws DbopsException if it cannot be read, or a changeset is refused
   */
  public static LiquibaseReplay run(
      String path,
      ChangelogOptions options,
      DataSource dataSource,
      Predicate<ChangeSetId> selected) {
    ChangelogRoot root = ChangelogRoot.of(path, options);
    LiquibaseUpdate update = new LiquibaseUpdate(root, options, selected);
    try {
      return LiquibaseThread.call(() -> update.run(dataSource));
    } catch (ExecutionException e) {
      throw new DbopsException(
          "Liquibase could not run " + root.name() + ": " + Failure.reason(e),
          "correct it; it was a scratch database, and no other has changed",
          e.getCause());
    }
  }

  private LiquibaseReplay run(DataSource dataSource) throws Exception {
    Scope.getCurrentScope().getSingleton(ChangeFactory.class).register(new CustomChangeIfPresent());
    try (Connection connection = dataSource.getConnection()) {
      Scope.child(
          DatabaseChangelog.settings(root, options),
          () -> {
            Database database =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(options.defaultSchema());
            Scope.child(Map.of(Scope.Attr.database.name(), database), () -> run(database));
          });
    }
    return new LiquibaseReplay(run, skipped);
  }

  private void run(Database database) throws LiquibaseException {
    DatabaseChangelog changelog = DatabaseChangelog.read(root, options, database);
    ChangeLogHistoryService history =
        Scope.getCurrentScope()
            .getSingleton(ChangeLogHistoryServiceFactory.class)
            .getChangeLogService(database);
    history.init();
    for (ChangeSet changeSet : changelog.parsed().getChangeSets()) {
      ChangeSetId id = DatabaseChangelog.id(changeSet);
      if (selected.test(id) && changelog.isSelected(changeSet)) {
        noteAbsentClasses(id, changeSet);
        history.setExecType(changeSet, changeSet.execute(changelog.parsed(), database));
        database.commit();
        run.add(id);
      }
    }
  }

  private void noteAbsentClasses(ChangeSetId id, ChangeSet changeSet) {
    changeSet.getChanges().stream()
        .filter(CustomChangeIfPresent.class::isInstance)
        .map(CustomChangeIfPresent.class::cast)
        .filter(CustomChangeIfPresent::isAbsent)
        .forEach(
            change ->
                skipped.add(
                    "The custom change %s of %s did not run: it is not on the class path"
                        .formatted(change.getClassName(), id)));
  }
}
