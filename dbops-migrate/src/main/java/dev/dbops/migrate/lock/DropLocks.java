package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.catalog.TypeUse;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.DropFromTable;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.List;
import java.util.Set;

/** The locks of DROP. */
record DropLocks(EffectList effects) {

  void add(Drop statement) {
    for (QualifiedName name : statement.names()) {
      switch (statement.kind()) {
        case TABLE, FOREIGN_TABLE -> table(effects.before().resolve(name), statement);
        case MATERIALIZED_VIEW -> view(name, statement);
        case INDEX -> index(name, statement);
        case SCHEMA -> schema(name, statement);
        case TYPE, DOMAIN -> columns(name, statement);
        default -> {
          // Sequences and functions have no rows that anybody could wait for.
        }
      }
    }
  }

  /** With CASCADE the columns of a type go with it. */
  private void columns(QualifiedName type, Drop statement) {
    if (statement.cascade()) {
      for (TypeUse use : TypeUse.of(type, effects.before())) {
        effects.add(use.table().name(), ACCESS_EXCLUSIVE, statement.span());
      }
    }
  }

  private void view(QualifiedName name, Drop statement) {
    if (isThere(effects.before().resolve(name), statement)) {
      effects.add(name, ACCESS_EXCLUSIVE, statement.span());
    }
  }

  /** What the statements do not tell may be there, unless IF EXISTS expects that it is not. */
  private boolean isThere(ObjectName name, Drop statement) {
    return !statement.ifExists() || effects.before().table(name).isPresent();
  }

  private void table(ObjectName name, Drop statement) {
    if (!isThere(name, statement)) {
      return;
    }
    for (ObjectName member : effects.family(name)) {
      effects.before().table(member).ifPresent(table -> parent(table, statement.span()));
      effects.add(member, ACCESS_EXCLUSIVE, statement.span());
    }
    effects.addKeyPartners(name, ACCESS_EXCLUSIVE, statement.span());
    if (statement.cascade()) {
      effects.before().table(name).ifPresent(table -> dependentViews(table, statement.span()));
    }
  }

  /** A table that loses a partition is locked, as nobody may go on with the old list of them. */
  private void parent(TableState table, Span span) {
    effects.before().partitionedParent(table).ifPresent(parent -> restOf(parent, span));
  }

  private void restOf(TableState parent, Span span) {
    effects.add(parent.name(), ACCESS_EXCLUSIVE, span);
    effects
        .before()
        .defaultPartition(parent)
        .ifPresent(rest -> effects.add(rest.name(), ACCESS_EXCLUSIVE, span));
  }

  private void dependentViews(TableState table, Span span) {
    for (TableState view : effects.before().viewsOver(table)) {
      effects.add(view.name(), ACCESS_EXCLUSIVE, span);
      dependentViews(view, span);
    }
  }

  private void schema(QualifiedName schema, Drop statement) {
    List<TableState> inside =
        effects.before().tables().stream()
            .filter(table -> table.name().schema().equals(schema.value()))
            .toList();
    inside.forEach(table -> table(table.name(), statement));
  }

  private void index(QualifiedName index, Drop statement) {
    LockMode mode = statement.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
    effects
        .before()
        .tableOfIndex(index)
        .ifPresent(
            table -> {
              Set<Work> none = Set.of();
              if (table.isPartitioned()) {
                effects.addFamily(table.name(), mode, none, statement.span());
              } else {
                effects.add(table.name(), mode, none, statement.span());
              }
            });
  }

  void add(DropFromTable statement) {
    ObjectName table = effects.before().resolve(statement.table());
    if (statement.ifExists() && effects.before().table(table).isEmpty()) {
      return;
    }
    switch (statement.kind()) {
      case TRIGGER -> effects.addFamily(table, ACCESS_EXCLUSIVE, Set.of(), statement.span());
      default -> effects.add(table, ACCESS_EXCLUSIVE, statement.span());
    }
  }
}
