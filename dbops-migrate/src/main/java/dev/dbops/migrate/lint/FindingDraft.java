package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.RuleContext.Candidate;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A finding in the making, which {@link RuleContext#finding(Span, String)} starts and {@link
 * #report()} ends.
 */
public final class FindingDraft {
  private final RuleContext context;
  private final Span span;
  private final String message;
  private Optional<ObjectName> table = Optional.empty();
  private Optional<OnlineForm> fix = Optional.empty();
  private boolean qualified;
  private Predicate<SchemaState> settled = end -> false;

  FindingDraft(RuleContext context, Span span, String message) {
    this.context = context;
    this.span = span;
    this.message = message;
  }

  /** The table in danger; its size decides how bad it is. */
  public FindingDraft on(QualifiedName table) {
    this.qualified = table.schema().isPresent();
    return on(context.schema().resolve(table));
  }

  /** As {@link #on(QualifiedName)}, for a table that the statement does not name. */
  public FindingDraft on(ObjectName table) {
    this.table = Optional.of(table);
    return this;
  }

  /** What to run instead. */
  public FindingDraft fix(OnlineForm form) {
    return fix(Optional.of(form));
  }

  /** What to run instead, if there is such a thing. */
  public FindingDraft fix(Optional<OnlineForm> form) {
    this.fix = form;
    return this;
  }

  /**
   * Withdraws the finding if later changesets do what it asks for.
   *
   * @param settled whether the schema at the end of the changelog shows that they did
   */
  public FindingDraft unless(Predicate<SchemaState> settled) {
    this.settled = settled;
    return this;
  }

  /** A search path that the changeset has set is not that of the steps. */
  private OnlineForm inSameSchemas(OnlineForm form) {
    List<String> path = context.schema().searchPath();
    return qualified || path.equals(context.unit().get(0).before().searchPath())
        ? form
        : form.withSearchPath(path);
  }

  /** Hands the finding in. */
  public void report() {
    PlacedStatement placed = context.placed();
    RuleInfo rule = context.rule();
    Finding finding =
        new Finding(
            rule,
            rule.severity(),
            message,
            placed.changeSet(),
            placed.locate(span),
            placed.text(),
            table,
            Optional.empty(),
            context.effects(span),
            fix.map(this::inSameSchemas));
    context.add(new Candidate(finding, settled));
  }
}
