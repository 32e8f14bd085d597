package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.DatabaseKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said of a database as a whole: its owner, its settings. A scratch database has those of
 * the scratch server, which nobody expects of the target.
 */
final class WholeDatabase {
  private WholeDatabase() {}

  /** A schema that says nothing of the database that it was read from. */
  static CatalogSnapshot leftOut(CatalogSnapshot snapshot) {
    SortedMap<FactKey, Fact> facts = new TreeMap<>(snapshot.facts());
    facts.keySet().removeIf(key -> isAbout(key, snapshot));
    return new CatalogSnapshot(
        snapshot.majorVersion(), facts, snapshot.dependencies(), snapshot.unseen());
  }

  private static boolean isAbout(FactKey key, CatalogSnapshot in) {
    return key.equals(DatabaseKind.KEY)
        || FactKinds.named(key.kind()).parent(key, in).equals(Optional.of(DatabaseKind.KEY));
  }
}
