package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ExpressionVolatility;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Expression;
import java.util.Optional;

/**
 * Why {@code ADD COLUMN} writes the whole table anew.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
 *     TABLE, Notes</a>
 */
public enum AddColumnRewrite {
  /** {@code serial} and its siblings: each row takes a number of a sequence. */
  SERIAL,
  IDENTITY,
  /** {@code GENERATED ALWAYS AS (…) STORED}. */
  STORED_EXPRESSION,
  /** A default, of the column or of its domain, that may differ from row to row. */
  VOLATILE_DEFAULT,
  /** The type is a domain that checks its values. */
  CONSTRAINED_DOMAIN,
  /** Any default, before PostgreSQL 11. */
  ANY_DEFAULT;

  /** The oldest major version that stores the default of a new column once, not in every row. */
  public static final int DEFAULT_IS_STORED_ONCE = 11;

  private static final int DEFAULT_OF_DOMAIN_IS_LOOKED_INTO = 13;

  /**
   * Why a column does; empty if it does not. Of several reasons the first of the list.
   *
   * @param before the schema as the statement finds it
   * @param version the server's major version, 10 to 18
   */
  public static Optional<AddColumnRewrite> of(
      ColumnDefinition column, SchemaState before, int version) {
    if (column.type().isSerial()) {
      return Optional.of(SERIAL);
    }
    if (column.has(Constraint.Identity.class)) {
      return Optional.of(IDENTITY);
    }
    Optional<Constraint.Generated> generated = column.find(Constraint.Generated.class);
    if (generated.isPresent()) {
      return generated.filter(Constraint.Generated::stored).map(each -> STORED_EXPRESSION);
    }
    Optional<Expression> own = column.defaultValue();
    Optional<Expression> ofDomain = before.defaultOf(column.type());
    if (own.isPresent() ? isVolatile(own, before) : isVolatileOf(ofDomain, before, version)) {
      return Optional.of(VOLATILE_DEFAULT);
    }
    if (StoredType.of(column.type(), before).constrained()) {
      return Optional.of(CONSTRAINED_DOMAIN);
    }
    boolean hasValue =
        ofDomain.isPresent()
            || own.filter(value -> !NullDefault.is(value, column.type())).isPresent();
    return hasValue && version < DEFAULT_IS_STORED_ONCE
        ? Optional.of(ANY_DEFAULT)
        : Optional.empty();
  }

  /** Before 13 every row got the one value that a domain's default had at that moment. */
  private static boolean isVolatileOf(
      Optional<Expression> defaultOfDomain, SchemaState state, int version) {
    return isVolatile(defaultOfDomain, state)
        && (version >= DEFAULT_OF_DOMAIN_IS_LOOKED_INTO || version < DEFAULT_IS_STORED_ONCE);
  }

  private static boolean isVolatile(Optional<Expression> value, SchemaState state) {
    return value.filter(each -> ExpressionVolatility.of(each, state).isVolatile()).isPresent();
  }
}
