package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Truncate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code TRUNCATE}, with the tables that {@code CASCADE} empties as well. */
public final class TruncateLosesData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("truncate-loses-data")
          .title("TRUNCATE loses all rows, with CASCADE those of other tables as well")
          .severity(Severity.ERROR)
          .blocks(Blocks.READS_AND_WRITES)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              The rows are gone when the transaction commits, and only a backup brings them back. CASCADE \
              goes on to every table with a foreign key to this one, and on from there, and no statement \
              names them. No ON DELETE trigger runs. All these tables are locked with ACCESS EXCLUSIVE to \
              the end of the transaction, and transactions that began before see them empty.""")
          .instead(
              """
              Delete the rows that have to go in batches: that blocks nobody and spares the rest. Where \
              all of them are meant to go, name every table instead of CASCADE, and write why into the \
              comment that accepts the finding.""")
          .exempt(
              "All the tables are created in the same changeset or deploy, or are temporary.",
              "It stands in a function or procedure: nothing is lost until somebody calls that.",
              "A comment accepts it and says why: "
                  + "`-- dbops:ignore truncate-loses-data: filled anew by the nightly import`.")
          .documentation("https://www.postgresql.org/docs/current/sql-truncate.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Truncate truncate && context.runsNow()) {
      List<QualifiedName> named =
          truncate.tables().stream().filter(table -> !context.isNew(table)).toList();
      List<String> more = truncate.cascade() ? emptiedByCascade(truncate, context) : List.of();
      if (!named.isEmpty() || !more.isEmpty()) {
        report(truncate, named, more, context);
      }
    }
  }

  /** The tables that lose their rows without being named, and without being part of one named. */
  private static List<String> emptiedByCascade(Truncate truncate, RuleContext context) {
    Set<ObjectName> named =
        truncate.tables().stream().map(context.schema()::resolve).collect(Collectors.toSet());
    return context.effects().stream()
        .filter(effect -> effect.mode() == LockMode.ACCESS_EXCLUSIVE)
        .map(LockEffect::relation)
        .filter(table -> !named.contains(table) && !isPartOf(table, named, context))
        .map(ObjectName::name)
        .toList();
  }

  private static boolean isPartOf(ObjectName table, Set<ObjectName> named, RuleContext context) {
    return context
        .schema()
        .table(table)
        .flatMap(context.schema()::partitionedParent)
        .filter(parent -> named.contains(parent.name()) || isPartOf(parent.name(), named, context))
        .isPresent();
  }

  private static void report(
      Truncate truncate, List<QualifiedName> named, List<String> more, RuleContext context) {
    List<QualifiedName> first = named.isEmpty() ? truncate.tables() : named;
    String names = Words.list(first.stream().map(QualifiedName::text).toList());
    String cascade = more.isEmpty() ? "" : ", and by CASCADE those of " + Words.list(more);
    context.finding("TRUNCATE loses all rows of " + names + cascade).on(first.get(0)).report();
  }
}
