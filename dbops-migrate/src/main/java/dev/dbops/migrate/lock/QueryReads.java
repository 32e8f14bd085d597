package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.RelationId;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables that a query reads, each locked so that nobody drops it meanwhile. */
record QueryReads(EffectList effects, Span span) {

  /**
   * The tables that a query names.
   *
   * @param runs whether it is run, and goes on to partitions and to the tables behind views, or
   *     only looked at
   */
  void add(List<QualifiedName> names, boolean runs) {
    for (QualifiedName name : names) {
      Optional<TableState> known = effects.before().table(name);
      if (known.isEmpty() && name.schema().isEmpty()) {
        // It may be the name of a common table expression.
        continue;
      }
      if (runs) {
        known.ifPresentOrElse(
            table -> add(table, new HashSet<>()),
            () -> effects.add(name, LockMode.ACCESS_SHARE, span));
      } else {
        effects.add(name, LockMode.ACCESS_SHARE, span);
      }
    }
  }

  /** The tables that the query of a view reads when it is run. */
  void addBehind(TableState view) {
    addBehind(view, new HashSet<>());
  }

  private void addBehind(TableState view, Set<RelationId> seen) {
    Set<RelationId> read = view.query().map(query -> query.reads()).orElse(Set.of());
    for (RelationId each : read) {
      if (seen.add(each)) {
        effects.before().table(each).ifPresent(table -> add(table, seen));
      }
    }
  }

  private void add(TableState table, Set<RelationId> seen) {
    if (table.kind() == TableState.Kind.VIEW) {
      addBehind(table, seen);
    } else {
      effects.addFamily(table.name(), LockMode.ACCESS_SHARE, Set.of(), span);
    }
  }
}
