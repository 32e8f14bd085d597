package dev.dbops.migrate.changelog.internal.liquibase;

import java.io.File;
import java.util.List;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.OfflineChangeLogHistoryService;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.resource.ResourceAccessor;

/** A connection to a PostgreSQL that is not there and has run nothing. */
final class OfflinePostgres extends OfflineConnection {
  private OfflinePostgres(int serverVersion, ResourceAccessor accessor) {
    super("offline:postgresql?version=" + serverVersion + ".0", accessor);
  }

  /** The database that SQL is generated for. */
  static Database database(int serverVersion, String defaultSchema, ResourceAccessor accessor)
      throws DatabaseException {
    PostgresDatabase database = new PostgresDatabase();
    database.setConnection(new OfflinePostgres(serverVersion, accessor));
    database.setDefaultSchemaName(defaultSchema);
    return database;
  }

  @Override
  protected ChangeLogHistoryService createChangeLogHistoryService(Database database) {
    return new NoHistory(database);
  }

  /** Liquibase's own would keep its history in a file in the working directory. */
  private static final class NoHistory extends OfflineChangeLogHistoryService {
    NoHistory(Database database) {
      super(database, new File("never-written"), false, false);
    }

    @Override
    public int getPriority() {
      return super.getPriority() + 1;
    }

    @Override
    public void init() {}

    @Override
    public List<RanChangeSet> getRanChangeSets() {
      return List.of();
    }
  }
}
