package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Says of a schema on one server what a server of another major version would say of it. */
final class AcrossMajors {
  /** The first with a privilege to maintain tables, which is one of all privileges. */
  private static final int MAINTAIN_PRIVILEGE = 17;

  /** The first in which a column is NOT NULL by a constraint that has a name. */
  private static final int NAMED_NOT_NULL = 18;

  private static final String DEFINITION = "definition";

  private static final Set<String> OTHER_PRIVILEGES =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

  private final CatalogSnapshot snapshot;
  private final CatalogSnapshot other;
  private final SortedMap<FactKey, Fact> facts;

  private AcrossMajors(CatalogSnapshot snapshot, CatalogSnapshot other) {
    this.snapshot = snapshot;
    this.other = other;
    facts = new TreeMap<>(snapshot.facts());
  }

  /**
   * A schema as it compares with one of another server.
   *
   * @param other of the same or another major version
   */
  static CatalogSnapshot comparable(CatalogSnapshot snapshot, CatalogSnapshot other) {
    return snapshot.majorVersion() == other.majorVersion()
        ? snapshot
        : new AcrossMajors(snapshot, other).reword();
  }

  /** What a reader has to know of such a comparison; empty if the major versions are the same. */
  static Optional<String> note(CatalogSnapshot expected, CatalogSnapshot actual) {
    return expected.majorVersion() == actual.majorVersion()
        ? Optional.empty()
        : Optional.of(
            ("what is expected comes from PostgreSQL %d, the database is on %d: versions of"
                    + " extensions were not compared, and an expression can differ by the words of"
                    + " the two servers alone; expect what a server of PostgreSQL %2$d says")
                .formatted(expected.majorVersion(), actual.majorVersion()));
  }

  private CatalogSnapshot reword() {
    change("extension", fact -> without("version", fact));
    if (snapshot.majorVersion() < other.majorVersion()) {
      change("view", this::inNewerWords);
      change("materialized view", this::inNewerWords);
    }
    if (isSince(MAINTAIN_PRIVILEGE)) {
      change("grant", AcrossMajors::withAllOfBefore);
    }
    if (isSince(NAMED_NOT_NULL)) {
      sayNotNullOfColumns();
    }
    return new CatalogSnapshot(
        snapshot.majorVersion(), facts, snapshot.dependencies(), snapshot.unseen());
  }

  /** Whether it has something that the other lacks. */
  private boolean isSince(int major) {
    return snapshot.majorVersion() >= major && other.majorVersion() < major;
  }

  private void change(String kind, UnaryOperator<Fact> change) {
    snapshot.ofKind(kind).forEach(fact -> facts.put(fact.key(), change.apply(fact)));
  }

  /** As the newer server writes it, if that names only the columns otherwise. */
  private Fact inNewerWords(Fact view) {
    Optional<String> mine = view.attribute(DEFINITION);
    Optional<String> newer = other.fact(view.key()).flatMap(fact -> fact.attribute(DEFINITION));
    return newer.isPresent() && newer.map(BareColumns::of).equals(mine.map(BareColumns::of))
        ? with(DEFINITION, newer.get(), view)
        : view;
  }

  private static Fact withAllOfBefore(Fact grant) {
    return grant.attributes().keySet().containsAll(OTHER_PRIVILEGES)
        ? without("MAINTAIN", grant)
        : grant;
  }

  /** A constraint that has yet to be validated is nothing that an older server could have. */
  private void sayNotNullOfColumns() {
    for (Fact constraint : snapshot.ofKind("not null constraint")) {
      if (!constraint.is("not valid")) {
        facts.remove(constraint.key());
        FactKey column =
            FactKey.of(
                "column",
                constraint.key().container(),
                constraint.attribute("column").orElseThrow());
        facts.computeIfPresent(column, (key, fact) -> with("not null", "true", fact));
      }
    }
  }

  private static Fact with(String attribute, String value, Fact fact) {
    SortedMap<String, String> attributes = new TreeMap<>(fact.attributes());
    attributes.put(attribute, value);
    return new Fact(fact.key(), attributes, fact.members());
  }

  private static Fact without(String attribute, Fact fact) {
    SortedMap<String, String> attributes = new TreeMap<>(fact.attributes());
    attributes.remove(attribute);
    return new Fact(fact.key(), attributes, fact.members());
  }
}
