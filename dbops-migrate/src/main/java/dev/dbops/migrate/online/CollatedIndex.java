package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Another collation for a column with indexes: indexes that name the collation are built before, so
 * that the change has nothing left to build.
 *
 * @see <a href="https://www.postgresql.org/docs/current/indexes-collations.html">Indexes and
 *     Collations</a>
 */
public final class CollatedIndex {
  private CollatedIndex() {}

  /**
   * Builds the indexes of a column for the new collation and drops the old ones.
   *
   * @param indexes of the column, none of them of a constraint
   */
  public static OnlineForm change(
      AlterTable statement,
      AlterColumnType change,
      List<IndexState> indexes,
      StatementContext context) {
    String collate =
        " COLLATE " + change.collation().map(QualifiedName::text).orElse("\"default\"");
    Neighbour table = Neighbour.of(statement.table(), context.before());
    List<OnlineStep> steps = new ArrayList<>();
    for (IndexState index : indexes) {
      steps.add(
          IndexSketch.create(
              index, statement.table(), key -> collated(key, change, collate), same -> same));
      steps.add(
          OnlineStep.byHand(
              "DROP INDEX CONCURRENTLY " + table.sql(index.name()), "outside a transaction"));
    }
    steps.add(
        OnlineStep.inTransaction(context.text(statement.span()), "finds nothing to build anew"));
    for (IndexState index : indexes) {
      steps.add(
          OnlineStep.byHand(
              "ALTER INDEX %s RENAME TO %s"
                  .formatted(table.sql(IndexSketch.name(index)), SqlIdentifier.quote(index.name())),
              ""));
    }
    return new OnlineForm(steps, OnlineForm.Safety.NEEDS_REVIEW);
  }

  private static String collated(IndexState.Key key, AlterColumnType change, String collate) {
    return key.column().filter(change.column().value()::equals).isPresent()
        ? SqlIdentifier.quote(change.column().value()) + collate
        : key.expression();
  }
}
