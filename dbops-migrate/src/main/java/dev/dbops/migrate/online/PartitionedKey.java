package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key of a partitioned table, which takes the keys of its partitions one by one. */
record PartitionedKey(
    TableCommand command, AddConstraint action, NamedConstraint constraint, KeyClause clause) {

  Optional<OnlineForm> form(TableState parent) {
    if (command.before().partitions(parent).isEmpty()) {
      return Optional.empty();
    }
    List<OnlineStep> steps = new ArrayList<>();
    add(parent, SqlIdentifier.fold(constraint.name()), after(), steps);
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
  }

  /** What the whole statement would make: it tells how the server names the parts. */
  private SchemaState after() {
    AlterTable whole =
        new AlterTable(
            command.name(),
            command.statement().kind(),
            command.statement().ifExists(),
            false,
            List.<AlterTableAction>of(action),
            command.statement().span());
    return command.before().after(whole);
  }

  private void add(TableState parent, String name, SchemaState after, List<OnlineStep> steps) {
    Neighbour names = Neighbour.of(command.name(), command.before());
    steps.add(
        OnlineStep.inTransaction(
            "ALTER TABLE ONLY "
                + names.sql(parent.name())
                + " ADD CONSTRAINT "
                + SqlIdentifier.quote(name)
                + " "
                + constraint.definition(),
            "not valid before all partitions have it"));
    for (TableState partition : Partitions.of(parent, command.before())) {
      String part = partOf(name, partition, after);
      if (partition.isPartitioned()) {
        add(partition, part, after, steps);
      } else {
        String table = names.sql(partition.name());
        steps.addAll(
            ConcurrentKey.steps(table, "ALTER TABLE " + table, SqlIdentifier.quote(part), clause));
      }
      steps.add(
          OnlineStep.inTransaction(
              "ALTER INDEX "
                  + names.sql(parent.name().sibling(name))
                  + " ATTACH PARTITION "
                  + names.sql(partition.name().sibling(part)),
              ""));
    }
  }

  private static String partOf(String whole, TableState partition, SchemaState after) {
    return after.table(partition.id()).stream()
        .flatMap(each -> each.indexes().values().stream())
        .filter(each -> each.attachedTo().filter(whole::equals).isPresent())
        .map(IndexState::name)
        .findFirst()
        .orElse(whole);
  }
}
