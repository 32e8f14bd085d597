package dev.dbops.migrate.testing;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase as its users run it. */
public final class LiquibaseCommand {
  private static final Logger LOG = Logger.getLogger("liquibase");

  private LiquibaseCommand() {}

  /**
   * Runs what has not run yet.
   *
   * @param settings by the names of Liquibase's configuration
   */
  public static void update(
      ScratchDatabase database, Path folder, String changelog, Map<String, Object> settings)
      throws Exception {
    run(
        database,
        folder,
        settings,
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
            .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF));
  }

  /** Undoes the last changesets. */
  public static void rollback(
      ScratchDatabase database, Path folder, String changelog, int changeSets) throws Exception {
    run(
        database,
        folder,
        Map.of(),
        new CommandScope(RollbackCountCommandStep.COMMAND_NAME)
            .addArgumentValue("changelogFile", changelog)
            .addArgumentValue(RollbackCountCommandStep.COUNT_ARG, changeSets));
  }

  private static void run(
      ScratchDatabase database, Path folder, Map<String, Object> settings, CommandScope command)
      throws Exception {
    LOG.setLevel(Level.WARNING);
    Map<String, Object> scope = new HashMap<>(settings);
    scope.put(Scope.Attr.ui.name(), new LoggerUIService());
    scope.put(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder));
    try (Connection connection = database.connection()) {
      Database target =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Scope.child(
          scope,
          () ->
              command
                  .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, target)
                  .execute());
    }
  }
}
