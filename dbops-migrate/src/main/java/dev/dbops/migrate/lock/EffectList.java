package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the effects of one statement. Tables that nobody else uses yet are left out, and so are
 * views: a lock on a view stops nobody from using the tables behind it.
 */
final class EffectList {
  private static final int KEYS_ARE_ADDED_UNDER_LOCK = 15;

  private final SchemaState before;
  private final int version;
  private final Set<LockEffect> effects = new LinkedHashSet<>();

  EffectList(SchemaState before, int version) {
    this.before = before;
    this.version = version;
  }

  SchemaState before() {
    return before;
  }

  int version() {
    return version;
  }

  List<LockEffect> effects() {
    return List.copyOf(effects);
  }

  void add(ObjectName relation, LockMode mode, Set<Work> work, Span span) {
    Optional<TableState> known = before.table(relation);
    if (relation.isTemporary()
        || known.filter(each -> before.isNew(each) || isPlainView(each)).isPresent()) {
      return;
    }
    Set<Work> done = known.filter(EffectList::hasNoRows).isPresent() ? Set.of() : work;
    effects.add(new LockEffect(relation, mode, done, span));
  }

  void add(ObjectName relation, LockMode mode, Span span) {
    add(relation, mode, Set.of(), span);
  }

  void add(QualifiedName relation, LockMode mode, Span span) {
    add(before.resolve(relation), mode, span);
  }

  void add(QualifiedName relation, LockMode mode, Set<Work> work, Span span) {
    add(before.resolve(relation), mode, work, span);
  }

  /** The same on a relation and on all that inherit from it or are its partitions. */
  void addFamily(QualifiedName relation, LockMode mode, Set<Work> work, Span span) {
    addFamily(before.resolve(relation), mode, work, span);
  }

  void addFamily(ObjectName relation, LockMode mode, Set<Work> work, Span span) {
    for (ObjectName member : family(relation)) {
      add(member, mode, work, span);
    }
  }

  /** Both ends of the foreign keys that tie a table and its partitions to others. */
  void addKeyPartners(ObjectName relation, LockMode mode, Span span) {
    for (ObjectName member : family(relation)) {
      before.table(member).ifPresent(table -> addPartnersOf(table, mode, span));
    }
  }

  private void addPartnersOf(TableState table, LockMode mode, Span span) {
    for (ForeignKeyState key : before.foreignKeysOf(table)) {
      if (!isInherited(table, key.constraint())) {
        add(key.referenced().name(), mode, span);
      }
    }
    for (ForeignKeyState key : before.foreignKeysTo(table)) {
      add(key.table().name(), mode, span);
    }
  }

  /** The tables whose foreign keys come to refer to a new partition of a table as well. */
  void addReferencing(TableState partitioned, Span span) {
    LockMode mode =
        version >= KEYS_ARE_ADDED_UNDER_LOCK ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_SHARE;
    for (ForeignKeyState key : before.foreignKeysTo(partitioned)) {
      addFamily(key.table().name(), mode, Set.of(), span);
    }
  }

  /**
   * Whether a foreign key is that of the partitioned table: the triggers on the table that it
   * refers to belong to the whole.
   */
  boolean isInherited(TableState partition, ConstraintState key) {
    return before
        .partitionedParent(partition)
        .filter(parent -> hasSameKey(parent, key))
        .isPresent();
  }

  static boolean hasSameKey(TableState table, ConstraintState key) {
    return key.references().stream()
        .flatMap(to -> table.foreignKeys(key.columns(), to.table()).stream())
        .anyMatch(own -> own.references().equals(key.references()));
  }

  /** A relation with its partitions and the tables that inherit from it, at every depth. */
  List<ObjectName> family(ObjectName relation) {
    Set<ObjectName> members = new LinkedHashSet<>(List.of(relation));
    Deque<ObjectName> open = new ArrayDeque<>(members);
    while (!open.isEmpty()) {
      before.table(open.remove()).stream()
          .flatMap(table -> before.children(table).stream())
          .map(TableState::name)
          .filter(members::add)
          .forEach(open::add);
    }
    return List.copyOf(members);
  }

  /** The family of a relation, or the relation alone where the statement says ONLY. */
  List<ObjectName> family(ObjectName relation, boolean only) {
    return only ? List.of(relation) : family(relation);
  }

  /** Those of a partitioned table are in its partitions, those of a foreign table elsewhere. */
  private static boolean hasNoRows(TableState table) {
    return table.isPartitioned() || table.kind() == TableState.Kind.FOREIGN_TABLE;
  }

  private static boolean isPlainView(TableState table) {
    return table.kind() == TableState.Kind.VIEW;
  }

  /** The referenced table of a foreign key, if the statements told it. */
  Optional<TableState> referenced(ConstraintState key) {
    return key.references().flatMap(reference -> before.table(reference.table()));
  }

  /** Some work, or none. */
  static Set<Work> work(boolean done, Work work) {
    return done ? EnumSet.of(work) : Set.of();
  }
}
