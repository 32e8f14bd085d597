package dev.dbops.benchmark;

import dev.dbops.migrate.catalog.live.CatalogReader;
import java.sql.Connection;
import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Column;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads the schema of a database in a JVM. */
enum SchemaReader {
  DBOPS {
    @Override
    int read(PGSimpleDataSource database) {
      return CatalogReader.create().read(database).facts().size();
    }
  },

  LIQUIBASE {
    @Override
    int read(PGSimpleDataSource dataSource) throws Exception {
      try (Connection connection = dataSource.getConnection()) {
        Database database =
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return SnapshotGeneratorFactory.getInstance()
            .createSnapshot(CatalogAndSchema.DEFAULT, database, new SnapshotControl(database))
            .get(Column.class)
            .size();
      }
    }
  };

  /** Reads all of it once and says how many things it has found. */
  abstract int read(PGSimpleDataSource database) throws Exception;
}
