package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of an {@code ALTER TABLE}.
 *
 * @param effects those of the statement
 * @param known what is known of the table
 */
record AlteredTable(
    EffectList effects, AlterTable statement, ObjectName name, Optional<TableState> known) {
  static AlteredTable of(AlterTable statement, EffectList effects) {
    ObjectName name = effects.before().resolve(statement.table());
    return new AlteredTable(effects, statement, name, effects.before().table(name));
  }

  Optional<ColumnState> column(Name column) {
    return known.flatMap(table -> table.column(column.value()));
  }

  Optional<ConstraintState> constraint(Name constraint) {
    return known.flatMap(table -> table.constraint(constraint.value()));
  }

  boolean isPartitioned() {
    return known.filter(TableState::isPartitioned).isPresent();
  }

  /** The table with all that inherit from it or are its partitions, unless it says ONLY. */
  List<ObjectName> family() {
    return effects.family(name, statement.only());
  }

  /** Adds an effect on the table alone. */
  void add(LockMode mode, Set<Work> work, Span span) {
    effects.add(name, mode, work, span);
  }

  /** Adds an effect on the {@linkplain #family() family}. */
  void addFamily(LockMode mode, Set<Work> work, Span span) {
    family().forEach(member -> effects.add(member, mode, work, span));
  }
}
