package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index of a partitioned table, built partition by partition: the server refuses to build all of
 * it concurrently.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE">Partition
 *     Maintenance</a>
 */
public final class PartitionedIndex {
  private final CreateIndex statement;
  private final StatementContext context;
  private final SchemaState before;
  private final SchemaState after;
  private final Neighbour names;
  private final List<OnlineStep> steps = new ArrayList<>();

  private PartitionedIndex(CreateIndex statement, StatementContext context) {
    this.statement = statement;
    this.context = context;
    this.before = context.before();
    this.after = before.after(statement);
    this.names = Neighbour.of(statement.table(), before);
  }

  /**
   * Builds the same index on each partition that is known.
   *
   * @return empty if the table, its partitions or the name of the index is not known
   */
  public static Optional<OnlineForm> create(CreateIndex statement, StatementContext context) {
    return new PartitionedIndex(statement, context).form();
  }

  private Optional<OnlineForm> form() {
    Optional<TableState> table = before.table(statement.table());
    Optional<String> name =
        statement.name().map(Name::value).or(() -> table.flatMap(this::nameChosenByServer));
    if (table.isEmpty() || name.isEmpty() || before.partitions(table.get()).isEmpty()) {
      return Optional.empty();
    }
    add(table.get(), name.get());
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
  }

  private Optional<String> nameChosenByServer(TableState table) {
    return after.table(table.id()).stream()
        .flatMap(each -> each.indexes().keySet().stream())
        .filter(each -> !table.indexes().containsKey(each))
        .findFirst();
  }

  private void add(TableState table, String name) {
    String only = "ON ONLY " + names.sql(table.name());
    steps.add(
        OnlineStep.inTransaction(sql("", name, only), "not valid before all parts are there"));
    for (TableState partition : Partitions.of(table, before)) {
      Optional<String> part = partOf(name, partition);
      if (part.isEmpty()) {
        continue;
      }
      if (partition.isPartitioned()) {
        add(partition, part.get());
      } else if (!partition.indexes().containsKey(part.get())) {
        String on = "ON " + names.sql(partition.name());
        steps.add(OnlineStep.outsideTransaction(sql(" CONCURRENTLY", part.get(), on), ""));
      }
      steps.add(
          OnlineStep.inTransaction(
              "ALTER INDEX "
                  + names.sql(table.name().sibling(name))
                  + " ATTACH PARTITION "
                  + names.sql(partition.name().sibling(part.get())),
              ""));
    }
  }

  private Optional<String> partOf(String whole, TableState partition) {
    return after.table(partition.id()).stream()
        .flatMap(each -> each.indexes().values().stream())
        .filter(each -> each.attachedTo().filter(whole::equals).isPresent())
        .map(IndexState::name)
        .findFirst();
  }

  /** The statement with the author's keys and conditions, for another table. */
  private String sql(String concurrently, String name, String onTable) {
    return (statement.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX")
        + concurrently
        + " "
        + SqlIdentifier.quote(name)
        + " "
        + onTable
        + context.text(new Span(statement.table().span().end(), statement.span().end()));
  }
}
