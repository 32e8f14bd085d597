package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.ACCESS_SHARE;
import static dev.dbops.migrate.lock.LockMode.ROW_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.ROW_SHARE;

import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.Copy;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Truncate;
import dev.dbops.migrate.sql.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The locks of statements that read and write rows, of LOCK TABLE and of TRUNCATE. */
record RowLocks(EffectList effects) {
  private static final int PARTITION_IS_EMPTIED_ALONE = 14;

  void add(Select statement) {
    LockMode mode = statement.forUpdate() ? ROW_SHARE : ACCESS_SHARE;
    statement.tables().forEach(table -> read(table, mode, statement.span()));
    statement.modifying().forEach(each -> each.accept(new StatementLocks(effects)));
  }

  private void read(QualifiedName name, LockMode mode, Span span) {
    if (name.schema().isEmpty() && effects.before().table(name).isEmpty()) {
      // It may be the name of a common table expression.
      return;
    }
    effects.addFamily(name, mode, Set.of(), span);
  }

  void add(Insert statement) {
    effects.add(statement.table(), ROW_EXCLUSIVE, statement.span());
    parent(effects.before().resolve(statement.table()), statement.span());
  }

  /** The server reads from the parent which rows a partition may hold. */
  private void parent(ObjectName partition, Span span) {
    effects
        .before()
        .table(partition)
        .flatMap(effects.before()::partitionedParent)
        .ifPresent(parent -> effects.add(parent.name(), ACCESS_SHARE, span));
  }

  void add(Update statement) {
    write(statement.table(), statement.span());
  }

  void add(Delete statement) {
    write(statement.table(), statement.span());
  }

  void add(Merge statement) {
    write(statement.table(), statement.span());
  }

  private void write(QualifiedName table, Span span) {
    effects.addFamily(table, ROW_EXCLUSIVE, Set.of(), span);
  }

  void add(Copy statement) {
    statement
        .table()
        .ifPresent(
            table ->
                effects.add(
                    table, statement.from() ? ROW_EXCLUSIVE : ACCESS_SHARE, statement.span()));
  }

  void add(LockTable statement) {
    LockMode mode = LockMode.valueOf(statement.mode().toUpperCase(Locale.ROOT).replace(' ', '_'));
    statement.tables().forEach(table -> effects.addFamily(table, mode, Set.of(), statement.span()));
  }

  void add(Truncate statement) {
    List<ObjectName> emptied = new ArrayList<>();
    for (QualifiedName table : statement.tables()) {
      emptied.addAll(effects.family(effects.before().resolve(table)));
    }
    if (statement.cascade()) {
      for (int i = 0; i < emptied.size(); i++) {
        effects.before().table(emptied.get(i)).stream()
            .flatMap(table -> referencing(table).stream())
            .filter(table -> !emptied.contains(table))
            .forEach(emptied::add);
      }
    }
    for (ObjectName table : emptied) {
      effects.add(table, ACCESS_EXCLUSIVE, statement.span());
      if (effects.version() < PARTITION_IS_EMPTIED_ALONE) {
        parent(table, statement.span());
      }
    }
  }

  private List<ObjectName> referencing(TableState table) {
    return effects.before().foreignKeysTo(table).stream()
        .map(ForeignKeyState::table)
        .flatMap(each -> effects.family(each.name()).stream())
        .toList();
  }
}
