package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.Optional;

/**
 * A kind of fact that says something about another thing: a comment, an owner, a grant. Its name is
 * that thing's kind and name, and {@link #ownParts} more.
 */
public non-sealed interface SatelliteKind extends FactKind {
  /** How many parts at the end of the name are its own. */
  default int ownParts() {
    return 0;
  }

  /** The thing that it speaks of. */
  default FactKey subject(FactKey key) {
    return new FactKey(key.name().get(0), key.name().subList(1, key.name().size() - ownParts()));
  }

  /** The thing that it speaks of, or what that is a part of where it is no fact of its own. */
  @Override
  default Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    FactKey subject = subject(key);
    return in.facts().containsKey(subject)
        ? Optional.of(subject)
        : subjectKind(key).parent(subject, in);
  }

  /** The kind of the thing that it speaks of. */
  default CatalogKind subjectKind(FactKey key) {
    return (CatalogKind) FactKinds.named(subject(key).kind());
  }
}
