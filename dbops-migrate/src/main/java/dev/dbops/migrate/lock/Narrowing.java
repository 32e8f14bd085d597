package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.CastChain;
import dev.dbops.migrate.sql.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of values that a column's new type has no room for.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public enum Narrowing {
  /** Longer values are refused. */
  REFUSES_LONGER,
  /** Longer values are cut off, as an explicit cast does it. */
  CUTS_OFF,
  /** Larger numbers are refused. */
  REFUSES_LARGER,
  /** Digits are rounded off. */
  ROUNDS,
  /** Parts of the value go: the time of a day, smaller fields, the bits of a host. */
  DROPS_PARTS;

  /** The decimal digits that the largest number of a type has. */
  private static final Map<String, Integer> DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);

  /** The decimal digits that a type keeps of any number. */
  private static final Map<String, Integer> SIGNIFICANT = Map.of("real", 6, "double precision", 15);

  private static final Set<String> STRINGS =
      Set.of("text", "character varying", "bpchar", "citext", "character");

  private static final Set<String> BITS = Set.of("bit", "bit varying");

  private static final int MICROSECONDS = 6;
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  /**
   * What a change loses; empty if every value fits, if the column's type is not known, and for
   * generated columns, whose values can be computed again.
   *
   * @param before the schema as the statement finds it
   */
  public static Optional<Narrowing> of(
      AlterTable statement, AlterColumnType change, SchemaState before) {
    Optional<List<DataType>> casts =
        change.using().isEmpty()
            ? Optional.of(List.of())
            : change.using().flatMap(CastChain::of).map(CastChain::types);
    Optional<StoredType> from =
        before
            .column(statement.table(), change.column().value())
            .filter(column -> !isGenerated(column))
            .flatMap(ColumnState::type)
            .map(type -> StoredType.of(type, before));
    if (casts.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    StoredType current = from.get();
    for (DataType cast : casts.get()) {
      StoredType next = StoredType.of(cast, before);
      Optional<Narrowing> lost = between(current, next, true);
      if (lost.isPresent()) {
        return lost;
      }
      current = next;
    }
    return between(current, StoredType.of(change.type(), before), false);
  }

  private static boolean isGenerated(ColumnState column) {
    return column.generation() == ColumnState.Generation.STORED
        || column.generation() == ColumnState.Generation.VIRTUAL;
  }

  private static Optional<Narrowing> between(StoredType from, StoredType to, boolean explicit) {
    if (from.array() != to.array()) {
      return Optional.empty();
    }
    if (bothIn(STRINGS, from, to) || bothIn(BITS, from, to)) {
      return of(length(to) < length(from), explicit ? CUTS_OFF : REFUSES_LONGER);
    }
    if (isNumber(from) && isNumber(to)) {
      return numbers(from, to);
    }
    return of(dropsParts(from, to), DROPS_PARTS).or(() -> of(losesFraction(from, to), ROUNDS));
  }

  private static Optional<Narrowing> of(boolean narrower, Narrowing narrowing) {
    return narrower ? Optional.of(narrowing) : Optional.empty();
  }

  private static boolean bothIn(Set<String> family, StoredType from, StoredType to) {
    return family.contains(from.name()) && family.contains(to.name());
  }

  private static int length(StoredType type) {
    return type.length().isEmpty() ? UNBOUNDED : type.length().get(0);
  }

  private static boolean isNumber(StoredType type) {
    return type.name().equals("numeric")
        || DIGITS.containsKey(type.name())
        || SIGNIFICANT.containsKey(type.name());
  }

  private static Optional<Narrowing> numbers(StoredType from, StoredType to) {
    if (SIGNIFICANT.containsKey(to.name())) {
      return of(digits(from) > SIGNIFICANT.get(to.name()), ROUNDS);
    }
    boolean sameInteger = DIGITS.containsKey(to.name()) && to.name().equals(from.name());
    return of(scale(to) < scale(from), ROUNDS)
        .or(() -> of(!sameInteger && room(to) < wholeDigits(from), REFUSES_LARGER));
  }

  /** All decimal digits that matter. */
  private static int digits(StoredType type) {
    return SIGNIFICANT.getOrDefault(type.name(), DIGITS.getOrDefault(type.name(), length(type)));
  }

  private static int scale(StoredType type) {
    if (DIGITS.containsKey(type.name())) {
      return 0;
    }
    return type.length().isEmpty() ? UNBOUNDED : type.length().get(1);
  }

  private static int wholeDigits(StoredType type) {
    if (DIGITS.containsKey(type.name())) {
      return DIGITS.get(type.name());
    }
    return type.length().isEmpty() ? UNBOUNDED : type.length().get(0) - type.length().get(1);
  }

  /** The digits before the point of which any number has room: an integer has not for all 9s. */
  private static int room(StoredType type) {
    return DIGITS.containsKey(type.name()) ? DIGITS.get(type.name()) - 1 : wholeDigits(type);
  }

  private static boolean dropsParts(StoredType from, StoredType to) {
    boolean day = from.name().startsWith("timestamp");
    return (day && (to.name().equals("date") || to.name().startsWith("time ")))
        || (from.name().equals("inet") && to.name().equals("cidr"))
        || (from.fields().isPresent() && to.fields().isPresent() && losesFields(from, to));
  }

  private static boolean losesFields(StoredType from, StoredType to) {
    return StoredType.FIELDS.indexOf(to.fields().orElseThrow())
        < StoredType.FIELDS.indexOf(from.fields().orElseThrow());
  }

  private static boolean losesFraction(StoredType from, StoredType to) {
    return isTime(from) && isTime(to) && fraction(to) < fraction(from);
  }

  private static boolean isTime(StoredType type) {
    return type.name().startsWith("time") || type.name().equals("interval");
  }

  private static int fraction(StoredType type) {
    return type.length().isEmpty() ? MICROSECONDS : type.length().get(0);
  }
}
