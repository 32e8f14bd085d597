package dev.dbops.migrate.changelog;

import java.util.List;
import java.util.Optional;

/**
 * The tables in which runners note what they have run. Their names are compared without regard to
 * case, as Liquibase writes them in capitals and PostgreSQL keeps them in small letters.
 *
 * @param schema Liquibase's {@code liquibaseSchemaName}, Flyway's {@code defaultSchema}; if empty,
 *     the first on the search path that has such a table, or any
 * @param changeLog Liquibase's {@code databaseChangeLogTableName}
 * @param changeLogLock Liquibase's {@code databaseChangeLogLockTableName}
 * @param schemaHistory Flyway's {@code table}
 */
public record Bookkeeping(
    Optional<String> schema, String changeLog, String changeLogLock, String schemaHistory) {
  /** The names that the runners use unless told otherwise. */
  public static final Bookkeeping USUAL =
      new Bookkeeping(
          Optional.empty(), "databasechangelog", "databasechangeloglock", "flyway_schema_history");

  /** The names of the tables. */
  public List<String> tables() {
    return List.of(changeLog, changeLogLock, schemaHistory);
  }
}
