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
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.PartitionBound;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
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
  private static final int WEAKER_LOCK = 12;
  private static final String ALL_OF_A_PARTITION =
      " INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING INDEXES"
          + " INCLUDING STORAGE";

  private final StatementContext context;
  private final SchemaState before;
  private final PartitionCheck check;
  private final List<OnlineStep> checks = new ArrayList<>();
  private final List<OnlineStep> removals = new ArrayList<>();

  private AttachedPartition(StatementContext context, PartitionCheck check) {
    this.context = context;
    this.before = context.before();
    this.check = check;
  }

  /**
   * Attaches the same partition without reading its rows.
   *
   * @return empty if the bound is not one of a single column, or if something else takes time as
   *     well, such as an index that the partition lacks
   */
  public static Optional<OnlineForm> attach(
      AlterTable statement, AttachPartition action, StatementContext context) {
    SchemaState before = context.before();
    Optional<TableState> parent = before.table(statement.table());
    Optional<PartitionCheck> check =
        parent.flatMap(table -> PartitionCheck.of(table, action.bound()));
    if (check.isEmpty()) {
      return Optional.empty();
    }
    AttachedPartition form = new AttachedPartition(context, check.get());
    boolean checked =
        before
            .table(action.partition())
            .filter(table -> before.isNew(table) || check.get().isImpliedBy(table))
            .isPresent();
    if (!checked) {
      form.addCheck(action.partition().text(), action.partition().value(), check.get().sql());
    }
    form.checkDefaultPartition(statement.table(), parent.get());
    return form.isBrief(statement)
        ? Optional.of(form.steps(OnlineStep.inTransaction(context.text(statement.span()), "")))
        : Optional.empty();
  }

  /**
   * Creates a partition as a table by itself and attaches it, which takes a weaker lock on the
   * partitioned table (PostgreSQL 12).
   *
   * @return empty before 12, if the bound is not one of a single column, if the partition is to
   *     differ from its table, or if that has foreign keys, which lock more tables
   */
  public static Optional<OnlineForm> create(CreateTable statement, StatementContext context) {
    SchemaState before = context.before();
    Optional<TableState> parent =
        statement
            .partitionOf()
            .flatMap(before::table)
            .filter(table -> before.foreignKeysOf(table).isEmpty())
            .filter(table -> before.foreignKeysTo(table).isEmpty());
    Optional<PartitionCheck> check =
        parent.flatMap(
            table -> statement.bound().flatMap(bound -> PartitionCheck.of(table, bound)));
    boolean plain =
        statement.columns().isEmpty()
            && statement.constraints().isEmpty()
            && !statement.ifNotExists();
    if (check.isEmpty() || !plain || context.version() < WEAKER_LOCK) {
      return Optional.empty();
    }
    QualifiedName whole = statement.partitionOf().orElseThrow();
    PartitionBound bound = statement.bound().orElseThrow();
    AttachedPartition form = new AttachedPartition(context, check.get());
    form.checkDefaultPartition(whole, parent.get());
    NamedConstraint own = form.named(statement.name().value(), check.get().sql());
    String definition =
        " (LIKE "
            + whole.text()
            + ALL_OF_A_PARTITION
            + ", CONSTRAINT "
            + own.name()
            + " "
            + own.definition()
            + ")";
    Splice table = new Splice(context.text(), statement.span());
    table.replace(new Span(statement.name().span().end(), bound.span().end()), definition);
    form.removals.add(0, removal(statement.name().text(), own));
    return Optional.of(
        form.steps(
            OnlineStep.inTransaction(table.sql(), "the table alone, with the bound as a check"),
            OnlineStep.inTransaction(
                "ALTER TABLE "
                    + whole.text()
                    + " ATTACH PARTITION "
                    + statement.name().text()
                    + " "
                    + bound.text(),
                "")));
  }

  private void checkDefaultPartition(QualifiedName whole, TableState parent) {
    before
        .defaultPartition(parent)
        .filter(rest -> !before.isNew(rest) && !check.isExcludedBy(rest))
        .ifPresent(
            rest ->
                addCheck(
                    Neighbour.of(whole, before).sql(rest.name()),
                    rest.name().name(),
                    check.opposite()));
  }

  private void addCheck(String table, String name, String condition) {
    NamedConstraint added = named(name, condition);
    checks.addAll(NotValidConstraint.steps("ALTER TABLE " + table, added));
    removals.add(removal(table, added));
  }

  private NamedConstraint named(String table, String condition) {
    String constraint =
        DefaultNames.choose(
            table, List.of(SqlIdentifier.fold(check.column())), "bound", this::isTaken);
    return new NamedConstraint(SqlIdentifier.quote(constraint), "CHECK (" + condition + ")");
  }

  private static OnlineStep removal(String table, NamedConstraint constraint) {
    return OnlineStep.inTransaction(
        "ALTER TABLE " + table + " DROP CONSTRAINT " + constraint.name(),
        "the bound itself says it from now on");
  }

  private boolean isTaken(String name) {
    return before.tables().stream().anyMatch(table -> table.constraint(name).isPresent());
  }

  private boolean isBrief(AlterTable statement) {
    SchemaState checked = before;
    for (OnlineStep step : checks) {
      SourceFile file = SourceFile.of("step.sql", step.sql());
      SqlText sql = SqlText.verbatim(file.whole());
      checked = checked.after(SqlParser.parse(Splitter.split(sql).get(0)));
    }
    return LockEffects.of(statement, checked, context.version()).stream()
        .noneMatch(LockEffect::isLong);
  }

  private OnlineForm steps(OnlineStep... attaching) {
    List<OnlineStep> steps = new ArrayList<>(checks);
    steps.addAll(List.of(attaching));
    steps.addAll(removals);
    return new OnlineForm(steps, OnlineForm.Safety.SAFE);
  }
}
