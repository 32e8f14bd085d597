package dev.dbops.benchmark;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.compare.CompareControl.SchemaComparison;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Catalog;

/**
 * Liquibase's comparison of all types that its free edition takes part in by itself, in all schemas
 * of the given database: as {@code liquibase diff --schemas} compares them.
 */
final class LiquibaseTool implements SchemaTool {
  @Override
  public String name() {
    return "Liquibase";
  }

  @Override
  public Comparison with(ScratchDatabase given) throws Exception {
    // It asks the database for its name once more while it compares.
    Connection connection = given.connection();
    List<CatalogAndSchema> schemas = schemas(connection);
    return new Given(connection, schemas, snapshot(connection, schemas));
  }

  private static List<CatalogAndSchema> schemas(Connection connection) throws SQLException {
    List<CatalogAndSchema> schemas = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                SELECT nspname FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                """)) {
      while (found.next()) {
        schemas.add(new CatalogAndSchema(null, found.getString(1)));
      }
    }
    return schemas;
  }

  private static DatabaseSnapshot snapshot(Connection connection, List<CatalogAndSchema> schemas)
      throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    return SnapshotGeneratorFactory.getInstance()
        .createSnapshot(
            schemas.toArray(CatalogAndSchema[]::new), database, new SnapshotControl(database));
  }

  private record Given(
      Connection connection, List<CatalogAndSchema> schemas, DatabaseSnapshot snapshot)
      implements Comparison {
    @Override
    public boolean differs(ScratchDatabase other) throws Exception {
      try (Connection compared = other.connection()) {
        return !DiffGeneratorFactory.getInstance()
            .compare(snapshot, LiquibaseTool.snapshot(compared, schemas), control())
            .areEqual();
      }
    }

    private CompareControl control() {
      Set<Class<? extends DatabaseObject>> types =
          new HashSet<>(snapshot.getSnapshotControl().getTypesToInclude());
      // Databases on one server cannot have the same name.
      types.remove(Catalog.class);
      return new CompareControl(
          schemas.stream()
              .map(schema -> new SchemaComparison(schema, schema))
              .toArray(SchemaComparison[]::new),
          types);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
