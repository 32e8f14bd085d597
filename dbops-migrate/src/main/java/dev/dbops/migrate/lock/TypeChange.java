package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.CastChain;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ALTER COLUMN … TYPE} makes the server do to the table while it holds the ACCESS
 * EXCLUSIVE lock.
 *
 * @param rewrite whether the table is written anew
 * @param recollated whether the column gets another collation
 * @param rebuilt the indexes of the table that are built anew, as far as indexes are known
 * @param rechecked the checks of the table that all its rows are read for
 * @param foreignKeys the foreign keys of the column, and those that refer to it, whose rows are all
 *     checked again
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
 *     TABLE, Notes</a>
 */
public record TypeChange(
    Rewrite rewrite,
    boolean recollated,
    List<IndexState> rebuilt,
    List<ConstraintState> rechecked,
    List<ForeignKeyState> foreignKeys) {

  /** Whether a table is written anew, from the best to the worst. */
  public enum Rewrite {
    /** The values stay as they are stored. */
    NONE,
    /** It is, except in sessions whose time zone is UTC. */
    UNLESS_UTC,
    /** The type that the column has, or that it gets, is not known; most changes do. */
    UNKNOWN,
    ALWAYS;

    private static final Set<String> UTC =
        Set.of("utc", "uct", "gmt", "zulu", "universal", "greenwich", "etc/utc", "etc/gmt", "0");

    /** In a session that has set a time zone, or none. */
    Rewrite in(Optional<String> timeZone) {
      boolean utc =
          timeZone.filter(zone -> UTC.contains(zone.toLowerCase(Locale.ROOT))).isPresent();
      return this == UNLESS_UTC && utc ? NONE : this;
    }

    Rewrite or(Rewrite other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  public TypeChange {
    rebuilt = List.copyOf(rebuilt);
    rechecked = List.copyOf(rechecked);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /**
   * What a change does.
   *
   * @param statement that it is a part of: what is dropped at once takes no work
   * @param before the schema as the statement finds it
   * @param version the server's major version, 10 to 18
   */
  public static TypeChange of(
      AlterTable statement, AlterColumnType change, SchemaState before, int version) {
    Optional<TableState> found = before.table(statement.table());
    Optional<ColumnState> column = found.flatMap(each -> each.column(change.column().value()));
    Optional<StoredType> from =
        column.flatMap(ColumnState::type).map(type -> StoredType.of(type, before));
    StoredType to = StoredType.of(change.type(), before);
    Rewrite inAnyZone =
        column.filter(TypeChange::isVirtual).isPresent()
            ? Rewrite.NONE
            : from.map(type -> rewrite(type, to, change, before, version))
                .orElseGet(() -> ofUnknown(change));
    Rewrite rewrite = inAnyZone.in(before.timeZone());
    return found
        .map(
            each ->
                new Affected(
                        each, change, statement.droppedConstraints(), before, rewrite, from, to)
                    .all())
        .orElseGet(() -> new TypeChange(rewrite, false, List.of(), List.of(), List.of()));
  }

  /** Whether indexes, checks or foreign keys take work although the table is not rewritten. */
  public boolean takesWork() {
    return !rebuilt.isEmpty() || !rechecked.isEmpty() || !foreignKeys.isEmpty();
  }

  private static Rewrite rewrite(
      StoredType from, StoredType to, AlterColumnType change, SchemaState before, int version) {
    Optional<List<DataType>> casts = casts(change);
    if (casts.isEmpty()) {
      return Rewrite.ALWAYS;
    }
    Rewrite rewrite = Rewrite.NONE;
    StoredType current = from;
    for (DataType cast : casts.get()) {
      StoredType next = StoredType.of(cast, before);
      rewrite = rewrite.or(current.castTo(next, version));
      current = next;
    }
    return rewrite.or(current.castTo(to, version));
  }

  private static boolean isVirtual(ColumnState column) {
    return column.generation() == ColumnState.Generation.VIRTUAL;
  }

  private static Rewrite ofUnknown(AlterColumnType change) {
    return casts(change).isPresent() ? Rewrite.UNKNOWN : Rewrite.ALWAYS;
  }

  /** The casts that USING makes of the column itself; empty if it computes anything else. */
  private static Optional<List<DataType>> casts(AlterColumnType change) {
    return change
        .using()
        .map(
            using ->
                CastChain.of(using)
                    .filter(chain -> chain.column().value().equals(change.column().value()))
                    .map(CastChain::types))
        .orElse(Optional.of(List.of()));
  }

  /** What depends on the column of a known table. */
  private record Affected(
      TableState table,
      AlterColumnType change,
      Set<String> dropped,
      SchemaState before,
      Rewrite rewrite,
      Optional<StoredType> from,
      StoredType to) {

    TypeChange all() {
      String column = change.column().value();
      List<ConstraintState> checks =
          table.constraints(ConstraintState.Kind.CHECK).stream()
              .filter(check -> isInForce(check) && check.columns().contains(column))
              .toList();
      return new TypeChange(
          rewrite,
          !keepsCollation(),
          table.indexes().values().stream().filter(this::rebuilds).toList(),
          checks,
          keys());
    }

    private boolean isInForce(ConstraintState constraint) {
      return constraint.validated()
          && constraint.enforced()
          && !dropped.contains(constraint.name());
    }

    private boolean rewrites() {
      return rewrite == Rewrite.ALWAYS || rewrite == Rewrite.UNKNOWN;
    }

    private boolean keepsOrder() {
      return !rewrites() && from.filter(type -> type.isOrderedAs(to)).isPresent();
    }

    private boolean rebuilds(IndexState index) {
      if (index.constraint().filter(dropped::contains).isPresent()) {
        return false;
      }
      if (rewrites()) {
        return true;
      }
      String column = change.column().value();
      if (!index.uses(column)) {
        return false;
      }
      boolean computed = index.hasExpressions() || index.isPartial();
      boolean elements = index.method().equals("gin") && to.array();
      boolean kept = keepsOrder() && (keepsCollation() || hasOwnCollation(index));
      return computed || elements || (index.columns().contains(column) && !kept);
    }

    private boolean keepsCollation() {
      Optional<String> now = table.column(change.column().value()).flatMap(ColumnState::collation);
      Optional<String> then = change.collation().map(QualifiedName::text);
      return collation(now).equals(collation(then));
    }

    /** A collation stands behind the column in the key. */
    private boolean hasOwnCollation(IndexState index) {
      String column = change.column().value();
      return index.keys().stream()
          .filter(key -> key.column().filter(column::equals).isPresent())
          .noneMatch(key -> SqlIdentifier.fold(key.expression()).equals(column));
    }

    private static String collation(Optional<String> written) {
      String name = written.orElse("default");
      return SqlIdentifier.fold(name.substring(name.lastIndexOf('.') + 1));
    }

    private List<ForeignKeyState> keys() {
      return keepsOrder()
          ? List.of()
          : before.foreignKeysWith(table, change.column().value()).stream()
              .filter(key -> isInForce(key.constraint()))
              .toList();
    }
  }
}
