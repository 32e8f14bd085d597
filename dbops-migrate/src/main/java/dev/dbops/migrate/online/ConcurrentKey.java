package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Unique constraints and primary keys whose index is built concurrently before they take it.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX">ADD
 *     table_constraint_using_index</a>
 */
public final class ConcurrentKey {
  private ConcurrentKey() {}

  /**
   * Adds a key to a table, the columns of a primary key being NOT NULL already.
   *
   * @param replaced the key that it takes the place of: it goes when the new one is there
   * @return empty for a key that has no online form: {@code WITHOUT OVERLAPS}, or on a partitioned
   *     table of which no partition is known, or which has the key that is replaced
   */
  public static Optional<OnlineForm> add(
      AlterTable statement,
      AddConstraint action,
      Optional<ReplacedKey> replaced,
      StatementContext context) {
    TableCommand command = new TableCommand(statement, context);
    NamedConstraint constraint =
        NamedConstraint.of(command, action, action.constraint(), Optional.empty());
    Optional<KeyClause> clause = KeyClause.read(constraint.definition(), Optional.empty());
    Optional<TableState> table = context.before().table(statement.table());
    if (clause.isPresent() && table.filter(TableState::isPartitioned).isPresent()) {
      return replaced.isPresent()
          ? Optional.empty()
          : new PartitionedKey(command, action, constraint, clause.get()).form(table.get());
    }
    return clause.map(
        key -> {
          List<OnlineStep> steps =
              new ArrayList<>(SiblingColumns.first(command, action.constraint()));
          steps.addAll(
              replaced
                  .map(old -> inPlaceOf(old, command, constraint, key))
                  .orElseGet(() -> steps(command, constraint, key)));
          return OnlineForm.of(steps);
        });
  }

  /**
   * Adds a primary key, by an index that is there or a new one, to a table some of whose columns
   * may hold NULL so far.
   *
   * @param replaced the key that it takes the place of: it goes when the new one is there
   * @param nullable these columns
   * @return empty as in {@link #add}, and before 12, where no column becomes NOT NULL without a
   *     scan under a lock
   */
  public static Optional<OnlineForm> addPrimary(
      AlterTable statement,
      AddConstraint action,
      Optional<ReplacedKey> replaced,
      List<String> nullable,
      StatementContext context) {
    TableCommand command = new TableCommand(statement, context);
    List<OnlineStep> steps = new ArrayList<>();
    for (String column : nullable) {
      Optional<List<OnlineStep>> notNull = NotNullInSteps.steps(command, column);
      if (notNull.isEmpty()) {
        return Optional.empty();
      }
      steps.addAll(notNull.get());
    }
    if (usesIndex(action)) {
      String drop = replaced.map(old -> old.drop() + ", ").orElse("");
      steps.add(
          OnlineStep.inTransaction(
              command.with(drop + context.text(action.span())),
              "takes a moment: no column holds NULL"));
      return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
    }
    Optional<OnlineForm> key = add(statement, action, replaced, context);
    key.ifPresent(form -> steps.addAll(form.steps()));
    return key.map(form -> new OnlineForm(steps, form.safety()));
  }

  private static boolean usesIndex(AddConstraint action) {
    return action.constraint().definition() instanceof Constraint.PrimaryKey key
        && key.usingIndex().isPresent();
  }

  static List<OnlineStep> steps(
      TableCommand command, NamedConstraint constraint, KeyClause clause) {
    return steps(command.statement().table().text(), command.alter(), constraint.name(), clause);
  }

  static List<OnlineStep> steps(String table, String alter, String name, KeyClause clause) {
    return List.of(
        build(name, table, clause),
        OnlineStep.inTransaction(
            alter + " " + take(name, name, clause), "takes a moment: the index is there"));
  }

  /** The index has another name while the old key has its own, and gets that of the new key. */
  private static List<OnlineStep> inPlaceOf(
      ReplacedKey old, TableCommand command, NamedConstraint constraint, KeyClause clause) {
    String index =
        SqlIdentifier.fold(constraint.name()).equals(old.name())
            ? SqlIdentifier.quote(DefaultNames.choose(old.name(), List.of(), "new", old::isTaken))
            : constraint.name();
    return List.of(
        build(index, command.statement().table().text(), clause),
        OnlineStep.inTransaction(
            command.with(old.drop() + ", " + take(constraint.name(), index, clause)),
            "takes a moment, and no row is without a key meanwhile: drop the old one here only"));
  }

  private static OnlineStep build(String index, String table, KeyClause clause) {
    return OnlineStep.outsideTransaction(
        "CREATE UNIQUE INDEX CONCURRENTLY " + index + " ON " + table + clause.index(), "");
  }

  private static String take(String constraint, String index, KeyClause clause) {
    return "ADD CONSTRAINT %s %s USING INDEX %s%s"
        .formatted(constraint, clause.words(), index, clause.attributes());
  }
}
