package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import java.util.ArrayList;
import java.util.List;

/** A change of a column that views read: they go before it and are made again behind it. */
public final class RecreatedView {
  private RecreatedView() {}

  /** A sketch: options, owners and grants of the views are not known. */
  public static OnlineForm around(
      AlterTable statement, List<TableState> views, StatementContext context) {
    Neighbour table = Neighbour.of(statement.table(), context.before());
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    views.forEach(view -> statements.add("DROP " + kind(view) + " " + table.sql(view.name())));
    statements.add(context.text(statement.span()));
    for (TableState view : views) {
      view.query()
          .ifPresent(
              query ->
                  statements.add(
                      "CREATE %s %s AS %s"
                          .formatted(kind(view), table.sql(view.name()), query.text().text())));
    }
    statements.add("COMMIT");
    return OnlineForm.needsReview(
        OnlineStep.byHand(
            String.join(";\n", statements), "with the owners, grants and options that they had"));
  }

  private static String kind(TableState view) {
    return view.kind() == TableState.Kind.MATERIALIZED_VIEW ? "MATERIALIZED VIEW" : "VIEW";
  }
}
