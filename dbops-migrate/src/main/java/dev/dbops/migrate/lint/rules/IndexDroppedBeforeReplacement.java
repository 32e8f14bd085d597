package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.online.ConcurrentIndex;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.IndexColumn;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.Optional;

/** {@code DROP INDEX} with the {@code CREATE INDEX} of its successor behind it. */
public final class IndexDroppedBeforeReplacement implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("index-dropped-before-replacement")
          .title("Between the old index and the new one, queries have none")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              From the moment the old index is gone until the new one is built, every query that needs \
              it reads the whole table, and a unique index holds no duplicates off.""")
          .instead(
              """
              Build the replacement first, under another name if need be, then drop the old index.""")
          .exempt(
              "Both run in one transaction: others never see the table without an index.",
              "The table is created in the same changeset or deploy.",
              "An index of the same name is dropped only if it exists, and none is known.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (!(context.statement() instanceof Drop drop) || drop.kind() != ObjectKind.INDEX) {
      return;
    }
    for (QualifiedName old : drop.names()) {
      if (!context.schema().isNewIndex(old)) {
        replacement(old, drop, context).ifPresent(create -> report(old, create, context));
      }
    }
  }

  private static Optional<PlacedStatement> replacement(
      QualifiedName old, Drop drop, RuleContext context) {
    Optional<IndexState> known = context.schema().index(old);
    if (known.isEmpty() && drop.ifExists()) {
      return Optional.empty();
    }
    return context.later(CreateIndex.class).stream()
        .filter(later -> later.transaction() != context.placed().transaction())
        .filter(later -> later.nesting() != PlacedStatement.Nesting.FUNCTION)
        .filter(
            later ->
                later.statement() instanceof CreateIndex create
                    && known
                        .map(index -> replaces(create, old, index, context))
                        .orElseGet(() -> hasName(create, old)))
        .findFirst();
  }

  private static boolean replaces(
      CreateIndex create, QualifiedName old, IndexState index, RuleContext context) {
    boolean sameTable =
        context.schema().tableOfIndex(old).equals(context.schema().table(create.table()));
    return sameTable && (hasName(create, old) || firstColumn(create).equals(firstColumn(index)));
  }

  private static boolean hasName(CreateIndex create, QualifiedName old) {
    return create.name().map(Name::value).filter(old.value()::equals).isPresent();
  }

  private static String firstColumn(CreateIndex create) {
    return create.columns().stream()
        .findFirst()
        .map(IndexColumn::expression)
        .map(Expression::text)
        .orElse("");
  }

  private static String firstColumn(IndexState index) {
    return index.keys().stream().findFirst().map(IndexState.Key::expression).orElse("");
  }

  private static void report(QualifiedName old, PlacedStatement placed, RuleContext context) {
    if (placed.statement() instanceof CreateIndex create) {
      context
          .finding(
              "Queries that need "
                  + old.text()
                  + " have no index until its replacement on "
                  + create.table().text()
                  + " is built")
          .on(create.table())
          .fix(ConcurrentIndex.replace(old, create, context.statementContext(placed)))
          .report();
    }
  }
}
