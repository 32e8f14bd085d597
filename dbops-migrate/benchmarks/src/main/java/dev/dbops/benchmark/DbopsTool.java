package dev.dbops.benchmark;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.drift.DriftDetector;
import dev.dbops.migrate.scratch.ScratchDatabase;

/** Our own comparison. */
final class DbopsTool implements SchemaTool {
  private static final CatalogReader READER = CatalogReader.create();

  @Override
  public String name() {
    return "dbops";
  }

  @Override
  public Comparison with(ScratchDatabase given) {
    CatalogSnapshot expected = READER.read(given.dataSource());
    return other -> !DriftDetector.compare(expected, READER.read(other.dataSource())).isEmpty();
  }
}
