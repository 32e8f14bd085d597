package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockEffects;
import dev.dbops.migrate.lock.PartitionCheck;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AttachPartition;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.SqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A partition whose rows are checked before it is attached, while reads and writes go on: by a
 * check on it that says what its bound says, and by one on the default partition that says the
 * opposite.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE">Partition
 *     Maintenance</a>
 */
public final class AttachedPartition {
  private final AlterTable statement;
  private final SchemaState before;
  private final PartitionCheck check;
  private final List<OnlineStep> checks = new ArrayList<>();
  private final List<OnlineStep> removals = new ArrayList<>();

  private AttachedPartition(AlterTable statement, SchemaState before, PartitionCheck check) {
    this.statement = statement;
    this.before = before;
    this.check = check;
  }

  /**
   * Attaches the same partition without reading its rows.
   *
   * @param text the text that the statement's spans refer to
   * @param before the schema as the statement finds it
   * @param version the server's major version
   * @return empty if the bound is not one of a single column, or if something else takes time as
   *     well, such as an index that the partition lacks
   */
  public static Optional<OnlineForm> attach(
      AlterTable statement, AttachPartition action, String text, SchemaState before, int version) {
    Optional<TableState> parent = before.table(statement.table());
    Optional<PartitionCheck> check =
        parent.flatMap(table -> PartitionCheck.of(table, action.bound()));
    if (check.isEmpty()) {
      return Optional.empty();
    }
    AttachedPartition form = new AttachedPartition(statement, before, check.get());
    Optional<TableState> partition = before.table(action.partition());
    if (partition
        .filter(table -> before.isNew(table) || check.get().isImpliedBy(table))
        .isEmpty()) {
      form.addCheck(action.partition().text(), action.partition().value(), check.get().sql());
    }
    before
        .defaultPartition(parent.get())
        .filter(rest -> !before.isNew(rest) && !check.get().isExcludedBy(rest))
        .ifPresent(
            rest ->
                form.addCheck(
                    Neighbour.of(statement.table(), before).sql(rest.name()),
                    rest.name().name(),
                    check.get().opposite()));
    return form.isBrief(version) ? Optional.of(form.steps(text)) : Optional.empty();
  }

  private void addCheck(String table, String name, String condition) {
    String constraint =
        DefaultNames.choose(
            name, List.of(SqlIdentifier.fold(check.column())), "bound", this::isTaken);
    NamedConstraint added =
        new NamedConstraint(SqlIdentifier.quote(constraint), "CHECK (" + condition + ")");
    String alter = "ALTER TABLE " + table + " ";
    checks.addAll(NotValidConstraint.steps(alter, added));
    removals.add(
        OnlineStep.inTransaction(
            alter + "DROP CONSTRAINT " + added.name(), "the bound itself says it from now on"));
  }

  private boolean isTaken(String name) {
    return before.tables().stream().anyMatch(table -> table.constraint(name).isPresent());
  }

  private boolean isBrief(int version) {
    SchemaState checked = before;
    for (OnlineStep step : checks) {
      SourceFile file = SourceFile.of("step.sql", step.sql());
      SqlText sql = SqlText.verbatim(file.span(0, step.sql().length()));
      checked = checked.after(SqlParser.parse(Splitter.split(sql).get(0)));
    }
    return LockEffects.of(statement, checked, version).stream().noneMatch(LockEffect::isLong);
  }

  private OnlineForm steps(String text) {
    List<OnlineStep> steps = new ArrayList<>(checks);
    steps.add(OnlineStep.inTransaction(statement.span().of(text), "trusts the checks"));
    steps.addAll(removals);
    return new OnlineForm(steps, OnlineForm.Safety.SAFE);
  }
}
