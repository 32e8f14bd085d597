package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.online.StatementContext;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a rule sees of one statement, and where it reports what it finds. Valid during one call of
 * {@link Rule#check}; not thread-safe.
 */
public final class RuleContext {
  private final RuleInfo rule;
  private final List<PlacedStatement> unit;
  private final TransactionIndex index;
  private final int place;
  private final Changelog changelog;
  private final int targetVersion;
  private final Consumer<Candidate> findings;

  RuleContext(
      RuleInfo rule,
      List<PlacedStatement> unit,
      TransactionIndex index,
      int place,
      Changelog changelog,
      int targetVersion,
      Consumer<Candidate> findings) {
    this.rule = rule;
    this.unit = unit;
    this.index = index;
    this.place = place;
    this.changelog = changelog;
    this.targetVersion = targetVersion;
    this.findings = findings;
  }

  /**
   * A finding that later changesets may settle.
   *
   * @param settled whether the schema at the end of the changelog shows that they did
   */
  record Candidate(Finding finding, Predicate<SchemaState> settled) {}

  public Statement statement() {
    return placed().statement();
  }

  /** The statement with its place. */
  public PlacedStatement placed() {
    return unit.get(place);
  }

  /** Whether it runs with the migration, not when somebody calls the function that it stands in. */
  public boolean runsNow() {
    return placed().nesting() != PlacedStatement.Nesting.FUNCTION;
  }

  public ChangeSet changeSet() {
    return placed().changeSet();
  }

  /** The schema as the statement finds it. */
  public SchemaState schema() {
    return placed().before();
  }

  /** The schema that the statement leaves behind. */
  public SchemaState schemaAfter() {
    return schema().after(statement());
  }

  /** The text that the spans of the statement refer to. */
  public String text() {
    return placed().sql().text();
  }

  /** What the online forms of the statement are made for. */
  public StatementContext statementContext() {
    return statementContext(placed());
  }

  /** The same of another statement of the changeset. */
  public StatementContext statementContext(PlacedStatement other) {
    return new StatementContext(other.sql().text(), other.before(), targetVersion);
  }

  /** Who runs the changeset. */
  public Changelog.Runner runner() {
    return changelog.runner();
  }

  /** Whether a second session of the runner's is in a transaction while the statement runs. */
  public boolean isBesideTransaction() {
    return changelog.transactionalLock();
  }

  /** The major version of the server that the migration is meant for. */
  public int targetVersion() {
    return targetVersion;
  }

  /** All statements of the changeset, in the order in which they run. */
  public List<PlacedStatement> unit() {
    return unit;
  }

  /** The statements of the changeset before this one. */
  public List<PlacedStatement> earlier() {
    return unit.subList(0, place);
  }

  /** The statements of the changeset after this one. */
  public List<PlacedStatement> later() {
    return unit.subList(place + 1, unit.size());
  }

  /**
   * Those of one kind among {@link #later()}.
   *
   * @param kind a record, such as {@code CreateIndex.class}
   */
  public List<PlacedStatement> later(Class<? extends Statement> kind) {
    return index.after(place, kind);
  }

  /** The statements before this one whose locks are still held when it runs. */
  public List<PlacedStatement> earlierInTransaction() {
    return runsNow() ? index.before(place, placed().transaction()) : List.of();
  }

  /**
   * Those of one kind among {@link #earlierInTransaction()}: of many thousand statements, few.
   *
   * @param kind a record, such as {@code CreateIndex.class}
   */
  public List<PlacedStatement> earlierInTransaction(Class<? extends Statement> kind) {
    return runsNow() ? index.before(place, placed().transaction(), kind) : List.of();
  }

  /**
   * The one thing that a rule looks for in the transaction of this statement. The search is made
   * once for all statements of the transaction: of twenty thousand, none has to look back at all
   * others.
   *
   * @param kind what is looked for; a search gives things of a class of its own
   * @param search given all statements of the transaction
   * @return empty also for a statement of a function, which has no transaction yet
   */
  public <T> Optional<T> inTransaction(
      Class<T> kind, Function<List<PlacedStatement>, Optional<T>> search) {
    return runsNow() ? index.find(placed().transaction(), kind, search) : Optional.empty();
  }

  /** The statements of the changeset before this one that block writes to a table in use. */
  public List<PlacedStatement> earlierBlocking() {
    return index.blockingBefore(place);
  }

  /** The statements after this one that run while its locks are still held. */
  public List<PlacedStatement> laterInTransaction() {
    return runsNow() ? index.after(place, placed().transaction()) : List.of();
  }

  /** Those of one kind among {@link #laterInTransaction()}. */
  public List<PlacedStatement> laterInTransaction(Class<? extends Statement> kind) {
    return runsNow() ? index.after(place, placed().transaction(), kind) : List.of();
  }

  /**
   * Whether nobody else can use the table yet: it was created in this changeset, or in another one
   * of the same deploy, or it is temporary.
   */
  public boolean isNew(QualifiedName table) {
    return schema().isNew(table);
  }

  /** The locks of the statement, as predicted for the target version. */
  public List<LockEffect> effects() {
    return placed().effects();
  }

  /** The locks of one sub-command. */
  public List<LockEffect> effects(Span span) {
    return effects().stream().filter(effect -> span.contains(effect.span())).toList();
  }

  /** Starts a finding on the whole statement. */
  public FindingDraft finding(String message) {
    return finding(statement().span(), message);
  }

  /**
   * Starts a finding.
   *
   * @param span the statement or the sub-command
   * @param message the danger in a sentence, with the names that the user wrote, without a final
   *     stop
   */
  public FindingDraft finding(Span span, String message) {
    return new FindingDraft(this, span, message);
  }

  RuleInfo rule() {
    return rule;
  }

  void add(Candidate candidate) {
    findings.accept(candidate);
  }
}
