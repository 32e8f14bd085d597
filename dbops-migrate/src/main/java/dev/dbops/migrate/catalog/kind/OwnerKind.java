package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/** The owner of a thing. */
final class OwnerKind implements SatelliteKind {
  @Override
  public String name() {
    return "owner";
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
    return List.of(
        "ALTER %s OWNER TO %s"
            .formatted(
                subjectKind(fact.key()).reference(subject(fact.key())),
                SqlIdentifier.quote(fact.attribute("role").orElseThrow())));
  }

  /** Nothing is without an owner. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of();
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }
}
