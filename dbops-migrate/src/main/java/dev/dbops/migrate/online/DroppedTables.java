package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tables that are dropped once nothing ties them to others, so that no other table is locked with
 * them.
 */
public final class DroppedTables {
  private final Drop statement;
  private final StatementContext context;
  private final SchemaState before;
  private final List<OnlineStep> steps = new ArrayList<>();

  private DroppedTables(Drop statement, StatementContext context) {
    this.statement = statement;
    this.context = context;
    this.before = context.before();
  }

  /**
   * Detaches partitions and drops foreign keys first.
   *
   * @return empty if that would lock no fewer tables at a time
   */
  public static Optional<OnlineForm> drop(Drop statement, StatementContext context) {
    if (statement.kind() != ObjectKind.TABLE) {
      return Optional.empty();
    }
    DroppedTables form = new DroppedTables(statement, context);
    statement.names().forEach(form::detach);
    if (form.partners().size() > 1) {
      statement.names().forEach(form::dropKeys);
    }
    if (form.steps.isEmpty()) {
      return Optional.empty();
    }
    form.steps.add(OnlineStep.inTransaction(context.text(statement.span()), ""));
    return Optional.of(new OnlineForm(form.steps, OnlineForm.Safety.SAFE));
  }

  private void detach(QualifiedName name) {
    Optional<TableState> table = before.table(name);
    Optional<TableState> parent = table.flatMap(before::partitionedParent);
    // Once detached it has foreign keys of its own, and to drop it locks other tables for them.
    boolean tied = table.filter(each -> !before.foreignKeysOf(each).isEmpty()).isPresent();
    if (!tied
        && parent.isPresent()
        && context.version() >= DetachedPartition.OLDEST_VERSION
        && before.defaultPartition(parent.get()).isEmpty()
        && !isDropped(parent.get())) {
      steps.add(DetachedPartition.concurrently(parent.get(), name, context));
    }
  }

  private void dropKeys(QualifiedName name) {
    for (ForeignKeyState key : before.table(name).map(this::keys).orElseGet(List::of)) {
      steps.add(
          OnlineStep.inTransaction(
              "ALTER TABLE "
                  + Neighbour.of(name, before).sql(key.table().name())
                  + " DROP CONSTRAINT "
                  + SqlIdentifier.quote(key.constraint().name()),
              ""));
    }
  }

  /** The tables that stay and that foreign keys tie to those that go. */
  private Set<ObjectName> partners() {
    Set<ObjectName> partners = new LinkedHashSet<>();
    for (QualifiedName name : statement.names()) {
      for (ForeignKeyState key : before.table(name).map(this::keys).orElseGet(List::of)) {
        partners.add(isDropped(key.table()) ? key.referenced().name() : key.table().name());
      }
    }
    return partners;
  }

  /** A partition has the keys of its partitioned table and cannot drop them while it is one. */
  private List<ForeignKeyState> keys(TableState table) {
    Stream<ForeignKeyState> own =
        before.foreignKeysOf(table).stream()
            .filter(key -> !table.isPartition() && !isDropped(key.referenced()));
    Stream<ForeignKeyState> others =
        before.foreignKeysTo(table).stream()
            .filter(key -> !isDropped(key.table()) && !key.table().isPartition());
    return Stream.concat(own, others).toList();
  }

  private boolean isDropped(TableState table) {
    return statement.names().stream().map(before::resolve).anyMatch(table.name()::equals);
  }
}
