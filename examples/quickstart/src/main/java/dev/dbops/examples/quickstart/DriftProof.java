package dev.dbops.examples.quickstart;

import dev.dbops.migrate.Drift;
import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.SnapshotFile;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.ExpectedSchema;
import dev.dbops.migrate.report.DriftTextReport;
import dev.dbops.migrate.scratch.EmbeddedProvider;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;

/** Changes a database by hand and shows what dbops says of it. */
final class DriftProof {
  private static final String SHOP =
      """
      CREATE TABLE orders (
        id bigint PRIMARY KEY,
        amount numeric(10, 2) CHECK (amount >= 0),
        note text
      );
      CREATE INDEX open_orders ON orders (id) WHERE note IS NULL;
      """;

  private static final String BY_HAND =
      """
      ALTER TABLE orders DROP CONSTRAINT orders_amount_check;
      ALTER TABLE orders ALTER COLUMN note TYPE varchar(200);
      CREATE INDEX hotfix ON orders (note);
      """;

  private DriftProof() {}

  static DriftReport show(Path folder, PrintStream out) throws IOException, SQLException {
    try (ScratchServer server = EmbeddedProvider.fromClassPath().start();
        ScratchDatabase database = server.create()) {
      database.execute(SHOP);
      Path snapshot = folder.resolve("schema.json");
      SnapshotFile.write(CatalogReader.create().read(database.dataSource()), snapshot);
      database.execute(BY_HAND);
      DriftReport report = Drift.between(ExpectedSchema.file(snapshot), database.dataSource());
      StringBuilder text = new StringBuilder();
      new DriftTextReport(false).write(report, text);
      out.println(BY_HAND.indent(3));
      out.println(text.toString().indent(3));
      return report;
    }
  }
}
