package dev.dbops.migrate.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition of a {@code WHERE} or a {@code CHECK}, taken apart where its parts matter to a live
 * table; what does not stays {@link Opaque}. Read from the tokens by the server's own precedence,
 * so that nothing is claimed of a condition that it does not say.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE">Operator
 *     Precedence</a>
 */
public sealed interface Condition {

  /** All of them hold. */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of them holds. */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /** {@code column IS NULL}, or {@code IS NOT NULL}. */
  record NullTest(String column, boolean isNull) implements Condition {}

  /**
   * A column compared with something that is not a column: {@code id > 42}, {@code id = $1}.
   *
   * @param operator {@code =}, {@code <}, {@code <=}, {@code >} or {@code >=}, with the column on
   *     its left; {@code BETWEEN} is {@code >=} and {@code <=}
   * @param value as it is written
   */
  record Comparison(String column, String operator, String value) implements Condition {}

  /**
   * A column whose value is one of a list of constants: {@code id IN (1, 2)}.
   *
   * @param size how many constants there are
   */
  record Membership(String column, int size) implements Condition {}

  /** True or false whatever the row: {@code true}, {@code 1 = 1}. */
  record Constant(boolean value) implements Condition {}

  /** Anything else, as it is written. */
  record Opaque(String text) implements Condition {}

  /** Never fails: of what is no condition at all, an {@link Opaque} is made. */
  static Condition of(Expression expression) {
    return ConditionReader.read(expression.text());
  }

  /** The conditions that all have to hold, the condition itself if it is not an {@link And}. */
  default List<Condition> conjuncts() {
    if (!(this instanceof And and)) {
      return List.of(this);
    }
    List<Condition> all = new ArrayList<>();
    and.parts().forEach(part -> all.addAll(part.conjuncts()));
    return all;
  }

  /** Whether it is known to be the same for every row, and what it is. */
  default Optional<Boolean> constant() {
    if (this instanceof Constant constant) {
      return Optional.of(constant.value());
    }
    if (this instanceof Not not) {
      return not.part().constant().map(value -> !value);
    }
    if (this instanceof And and) {
      return junction(and.parts(), false);
    }
    return this instanceof Or or ? junction(or.parts(), true) : Optional.empty();
  }

  private static Optional<Boolean> junction(List<Condition> parts, boolean decisive) {
    boolean allKnown = true;
    for (Condition part : parts) {
      Optional<Boolean> value = part.constant();
      if (value.filter(known -> known == decisive).isPresent()) {
        return Optional.of(decisive);
      }
      allKnown &= value.isPresent();
    }
    return allKnown ? Optional.of(!decisive) : Optional.empty();
  }

  /**
   * The columns in which a row that satisfies it as a {@code CHECK} holds no NULL. A check is also
   * satisfied where it is unknown, so {@code a > 0} says nothing about NULL.
   */
  default Set<String> notNullColumns() {
    if (this instanceof NullTest test && !test.isNull()) {
      return Set.of(test.column());
    }
    if (this instanceof Not not && not.part() instanceof NullTest test && test.isNull()) {
      return Set.of(test.column());
    }
    Set<String> columns = new HashSet<>();
    if (this instanceof And and) {
      and.parts().forEach(part -> columns.addAll(part.notNullColumns()));
    } else if (this instanceof Or or) {
      List<Condition> possible =
          or.parts().stream().filter(part -> !part.constant().equals(Optional.of(false))).toList();
      possible.stream().findFirst().ifPresent(part -> columns.addAll(part.notNullColumns()));
      possible.forEach(part -> columns.retainAll(part.notNullColumns()));
    }
    return columns;
  }
}
