package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import java.util.Optional;

/**
 * A column, as far as the statements tell.
 *
 * @param type empty where the statements name the column but never its type; of {@code serial} the
 *     integer that it stands for
 * @param notNull whether no row can hold NULL: by {@code NOT NULL}, a primary key, {@code serial}
 *     or an identity; {@code false} also where it is not known
 * @param defaultValue as it is written; empty for {@code serial} and identities
 * @param collation as it is written, if it is
 * @param createdIn the unit that made it, for {@link SchemaState#isNewColumn}
 */
public record ColumnState(
    String name,
    Optional<DataType> type,
    boolean notNull,
    Optional<Expression> defaultValue,
    Generation generation,
    Optional<String> collation,
    int createdIn) {

  /** Where the values of a column come from when a row does not bring its own. */
  public enum Generation {
    /** From its default, if it has one. */
    NONE,
    SERIAL,
    IDENTITY,
    STORED,
    VIRTUAL
  }

  /** A column of which only the name is known. */
  static ColumnState unknown(String name) {
    return new ColumnState(
        name, Optional.empty(), false, Optional.empty(), Generation.NONE, Optional.empty(), 0);
  }

  ColumnState withName(String other) {
    return new ColumnState(other, type, notNull, defaultValue, generation, collation, createdIn);
  }

  ColumnState withType(DataType other, Optional<String> otherCollation) {
    return new ColumnState(
        name, Optional.of(other), notNull, defaultValue, generation, otherCollation, createdIn);
  }

  ColumnState withNotNull(boolean demanded) {
    return new ColumnState(name, type, demanded, defaultValue, generation, collation, createdIn);
  }

  ColumnState withDefault(Optional<Expression> value) {
    return new ColumnState(name, type, notNull, value, generation, collation, createdIn);
  }

  ColumnState withGeneration(Generation other) {
    return new ColumnState(name, type, notNull, defaultValue, other, collation, createdIn);
  }

  ColumnState withCreatedIn(int unit) {
    return new ColumnState(name, type, notNull, defaultValue, generation, collation, unit);
  }
}
