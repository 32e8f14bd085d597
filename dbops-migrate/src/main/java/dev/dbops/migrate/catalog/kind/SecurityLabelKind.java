package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A security label of a thing. The server takes one only while its provider is loaded.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-security-label.html">SECURITY LABEL</a>
 */
public final class SecurityLabelKind implements SatelliteKind {
  private static final String NAME = "security label";
  private static final String LABEL = "label";

  /** The label that a provider gives to a thing. */
  public static Fact fact(FactKey thing, String provider, String label) {
    return Fact.of(thing.about(NAME, provider), Map.of(LABEL, label));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int ownParts() {
    return 1;
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(label(fact, SqlIdentifier.quoteLiteral(fact.attribute(LABEL).orElseThrow())));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(label(fact, "NULL"));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }

  private String label(Fact fact, String label) {
    CatalogKind kind = subjectKind(fact.key());
    return kind.executable(
        "SECURITY LABEL FOR %s ON %s IS %s"
            .formatted(
                SqlIdentifier.quote(fact.key().simpleName()),
                kind.reference(subject(fact.key())),
                label));
  }
}
