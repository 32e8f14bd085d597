package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What became of relations between two moments.
 *
 * @param visible as other sessions see them, before
 */
record Changes(Relations visible, Relations before, Relations after) {
  Set<ObjectName> rewritten() {
    return tables((was, is) -> was.file() != is.file());
  }

  Set<ObjectName> scanned() {
    return tables((was, is) -> was.scans() < is.scans());
  }

  private Set<ObjectName> tables(BiPredicate<Relation, Relation> changed) {
    return before.stream()
        .filter(was -> !was.kind().isIndex())
        .filter(was -> after.get(was.oid()).filter(is -> changed.test(was, is)).isPresent())
        .flatMap(was -> visible.name(was.oid()).stream())
        .collect(Collectors.toSet());
  }

  /** A new index may take over the file of an old one; then nothing was built. */
  Set<BuiltIndex> built() {
    Set<Long> files = before.stream().map(Relation::file).collect(Collectors.toSet());
    return after.stream()
        .filter(is -> is.kind() == RelationKind.INDEX && !files.contains(is.file()))
        .flatMap(is -> built(is).stream())
        .collect(Collectors.toSet());
  }

  private Optional<BuiltIndex> built(Relation index) {
    return visible.name(index.table()).map(table -> new BuiltIndex(index.name(), table));
  }
}
