package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Condition;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param name without schema: an index lives in the schema of its table
 * @param keys in their order
 * @param include the columns that it carries without being ordered by them
 * @param method in lower case, {@code btree} unless another is written
 * @param predicate the condition of a partial index
 * @param constraint the name of the constraint that it belongs to
 * @param onlyParent whether it was made on a partitioned table alone ({@code ON ONLY}), so that it
 *     is invalid until an index of every partition is attached
 * @param attachedTo the name of the index of the partitioned table that it is a part of
 * @param createdIn the unit that made it, for {@link SchemaState#isNewIndex}
 */
public record IndexState(
    String name,
    List<Key> keys,
    List<String> include,
    String method,
    boolean unique,
    Optional<Expression> predicate,
    Optional<String> constraint,
    boolean onlyParent,
    Optional<String> attachedTo,
    int createdIn) {

  /**
   * A key of an index.
   *
   * @param column the column, where the key is one
   * @param expression as it is written
   */
  public record Key(Optional<String> column, String expression) {
    static Key of(String column) {
      return new Key(Optional.of(column), SqlIdentifier.quote(column));
    }
  }

  public IndexState {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
  }

  /** The columns of its keys in their order; keys that are expressions are left out. */
  public List<String> columns() {
    return keys.stream().flatMap(key -> key.column().stream()).toList();
  }

  public boolean hasExpressions() {
    return keys.stream().anyMatch(key -> key.column().isEmpty());
  }

  public boolean isPartial() {
    return predicate.isPresent();
  }

  /**
   * Whether a search for values of all these columns can use it: it is a btree index whose first
   * keys are these columns, in any order, of all rows or of those that are not NULL in one of them.
   */
  public boolean covers(List<String> searched) {
    return method.equals("btree")
        && predicate
            .map(Condition::of)
            .map(condition -> isNotNull(condition, searched))
            .orElse(true)
        && keys.size() >= searched.size()
        && keys.subList(0, searched.size()).stream()
            .allMatch(key -> key.column().filter(searched::contains).isPresent());
  }

  /** Whether a column is a key, is carried, or is named by an expression or the predicate. */
  public boolean uses(String column) {
    return columns().contains(column)
        || include.contains(column)
        || predicate.filter(each -> Names.wordsIn(each.text()).contains(column)).isPresent()
        || keys.stream()
            .filter(key -> key.column().isEmpty())
            .anyMatch(key -> Names.wordsIn(key.expression()).contains(column));
  }

  private static boolean isNotNull(Condition condition, List<String> columns) {
    return condition instanceof Condition.NullTest test
        && !test.isNull()
        && columns.contains(test.column());
  }

  IndexState withName(String other) {
    return new IndexState(
        other,
        keys,
        include,
        method,
        unique,
        predicate,
        constraint,
        onlyParent,
        attachedTo,
        createdIn);
  }

  IndexState withConstraint(Optional<String> other) {
    return new IndexState(
        name, keys, include, method, unique, predicate, other, onlyParent, attachedTo, createdIn);
  }

  IndexState withAttachedTo(Optional<String> other) {
    return new IndexState(
        name, keys, include, method, unique, predicate, constraint, onlyParent, other, createdIn);
  }

  /** The same after a column of its table was renamed. */
  IndexState withColumnRenamed(String from, String to) {
    List<Key> renamed =
        keys.stream()
            .map(key -> key.column.filter(from::equals).isPresent() ? Key.of(to) : key)
            .toList();
    return new IndexState(
        name,
        renamed,
        Renaming.in(include, from, to),
        method,
        unique,
        predicate,
        constraint,
        onlyParent,
        attachedTo,
        createdIn);
  }
}
