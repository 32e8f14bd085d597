package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A constraint of a table or domain.
 *
 * @param name as it is written, or as the server would choose it
 * @param columns of a key, in its order; of a check, the columns that it names, as far as the
 *     table's columns are known
 * @param validated whether all rows are known to satisfy it: not so after {@code NOT VALID}
 * @param enforced not so after {@code NOT ENFORCED}
 * @param references of a foreign key
 * @param condition of a check, as it was written: it keeps the names that columns had then
 * @param impliesNotNull the columns in which a check allows no NULL, so that {@code SET NOT NULL}
 *     trusts it once it is validated
 * @param createdIn the unit that made it
 */
public record ConstraintState(
    String name,
    Kind kind,
    List<String> columns,
    boolean validated,
    boolean enforced,
    Optional<Reference> references,
    Optional<Expression> condition,
    Set<String> impliesNotNull,
    int createdIn) {

  /** What it demands. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    NOT_NULL,
    EXCLUDE
  }

  /**
   * What a foreign key refers to.
   *
   * @param table see {@link SchemaState#table(RelationId)}
   * @param columns the columns that it names; where it names none, those of the primary key, if
   *     known
   */
  public record Reference(RelationId table, List<String> columns) {
    public Reference {
      columns = List.copyOf(columns);
    }
  }

  public ConstraintState {
    columns = List.copyOf(columns);
    impliesNotNull = Set.copyOf(impliesNotNull);
  }

  /** Whether it has an index of its name behind it. */
  public boolean hasIndex() {
    return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE || kind == Kind.EXCLUDE;
  }

  ConstraintState withName(String other) {
    return new ConstraintState(
        other,
        kind,
        columns,
        validated,
        enforced,
        references,
        condition,
        impliesNotNull,
        createdIn);
  }

  ConstraintState withValidated(boolean other) {
    return new ConstraintState(
        name, kind, columns, other, enforced, references, condition, impliesNotNull, createdIn);
  }

  /** The same enforced or not; what is enforced anew is checked at once. */
  ConstraintState withEnforced(boolean other) {
    return new ConstraintState(
        name, kind, columns, other, other, references, condition, impliesNotNull, createdIn);
  }

  ConstraintState withReferences(Reference other) {
    return new ConstraintState(
        name,
        kind,
        columns,
        validated,
        enforced,
        Optional.of(other),
        condition,
        impliesNotNull,
        createdIn);
  }

  ConstraintState withCreatedIn(int unit) {
    return new ConstraintState(
        name, kind, columns, validated, enforced, references, condition, impliesNotNull, unit);
  }

  /** The same after a column of its table was renamed. */
  ConstraintState withColumnRenamed(String from, String to) {
    return new ConstraintState(
        name,
        kind,
        Renaming.in(columns, from, to),
        validated,
        enforced,
        references,
        condition,
        Set.copyOf(Renaming.in(List.copyOf(impliesNotNull), from, to)),
        createdIn);
  }
}
