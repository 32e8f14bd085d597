package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The owner of a thing. */
public final class OwnerKind implements SatelliteKind {
  public static final String NAME = "owner";
  private static final String ROLE = "role";
  private static final String DEFAULT = Fact.SQL + "default";

  @Override
  public String name() {
    return NAME;
  }

  /**
   * The owner of a thing.
   *
   * @param usual who owns it when nothing is said, where that is not whoever makes it
   */
  public static Fact fact(FactKey thing, String role, Optional<String> usual) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put(ROLE, role);
    usual.ifPresent(name -> attributes.put(DEFAULT, name));
    return Fact.of(thing.about(NAME), attributes);
  }

  /** A sequence that a column owns has the owner of the table. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return SequenceOwnershipKind.column(subject(key), in)
        .map(column -> new FactKey(TableKind.NAME, column.container()).about(name()))
        .filter(other -> in.fact(other).isPresent());
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(owner(fact, fact.attribute(ROLE).orElseThrow()));
  }

  /** Nothing is without an owner: back to the usual one. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return fact.attribute(DEFAULT).map(usual -> owner(fact, usual)).stream().toList();
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }

  private String owner(Fact fact, String role) {
    CatalogKind kind = subjectKind(fact.key());
    return kind.executable(
        "ALTER %s OWNER TO %s"
            .formatted(kind.reference(subject(fact.key())), SqlIdentifier.quote(role)));
  }
}
