package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says what a newer server says of a schema in the words of an older one. */
final class AcrossMajors {
  /** The first in which a column is NOT NULL by a constraint that has a name. */
  private static final int NAMED_NOT_NULL = 18;

  private static final String NOT_NULL_CONSTRAINT = "not null constraint";

  private AcrossMajors() {}

  /**
   * A schema as it compares with one of another server.
   *
   * @param other of the same or another major version
   */
  static CatalogSnapshot comparable(CatalogSnapshot snapshot, CatalogSnapshot other) {
    return snapshot.majorVersion() >= NAMED_NOT_NULL && other.majorVersion() < NAMED_NOT_NULL
        ? withNotNullColumns(snapshot)
        : snapshot;
  }

  /** A constraint that has yet to be validated is nothing that an older server could have. */
  private static CatalogSnapshot withNotNullColumns(CatalogSnapshot snapshot) {
    SortedMap<FactKey, Fact> facts = new TreeMap<>(snapshot.facts());
    for (Fact constraint : snapshot.ofKind(NOT_NULL_CONSTRAINT)) {
      if (!constraint.is("not valid")) {
        facts.remove(constraint.key());
        FactKey column =
            FactKey.of(
                "column",
                constraint.key().container(),
                constraint.attribute("column").orElseThrow());
        facts.computeIfPresent(column, (key, fact) -> notNull(fact));
      }
    }
    return new CatalogSnapshot(
        snapshot.majorVersion(), facts, snapshot.dependencies(), snapshot.unseen());
  }

  private static Fact notNull(Fact column) {
    SortedMap<String, String> attributes = new TreeMap<>(column.attributes());
    attributes.put("not null", "true");
    return new Fact(column.key(), attributes, column.members());
  }
}
