package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.online.ForeignKeyIndex;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.CreateTable;
import java.util.List;
import java.util.Optional;

/** A foreign key whose columns no index begins with. */
public final class ForeignKeyWithoutIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("foreign-key-without-index")
          .title("Without an index every delete in the referenced table reads the referencing one")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              PostgreSQL makes no index for a foreign key. Whenever a row of the referenced table is \
              deleted, or its key changes, the server looks for rows that refer to it: without an index \
              it reads the whole referencing table, with the row locked meanwhile.""")
          .instead(
              """
              Create an index that begins with the columns of the key, concurrently where the table is \
              in use. Leave it out where the referenced rows never go.""")
          .exempt(
              "An index begins with the columns, whatever their order, or a later changeset makes one.",
              "The foreign key or its table is gone at the end of the changelog.",
              "The table was there before the changelog began, so that its indexes are not known.")
          .documentation(
              "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (AddedForeignKey key : AddedForeignKey.in(context.statement())) {
      ObjectName table = context.schema().resolve(key.table());
      SchemaState after = context.schemaAfter();
      if (isKnown(key, after)) {
        context
            .finding(
                key.span(),
                "No index of %s begins with %s, which refers to %s"
                    .formatted(
                        key.table().text(), key.columnsText(), key.key().referenced().text()))
            .on(table)
            .fix(fix(key, context))
            .unless(end -> !isMissing(table, key.columnNames(), end))
            .report();
      }
    }
  }

  /** Whether all indexes are known that the columns can have. */
  private static boolean isKnown(AddedForeignKey key, SchemaState after) {
    return after
        .table(key.table())
        .filter(table -> !table.isTemporary())
        .filter(
            table ->
                table.complete()
                    || key.columnNames().stream()
                        .anyMatch(column -> after.isNewColumn(key.table(), column)))
        .isPresent();
  }

  private static boolean isMissing(ObjectName table, List<String> columns, SchemaState end) {
    return end.table(table)
        .filter(
            found ->
                found.constraints(ConstraintState.Kind.FOREIGN_KEY).stream()
                    .anyMatch(key -> key.columns().equals(columns)))
        .filter(found -> found.indexes().values().stream().noneMatch(each -> each.covers(columns)))
        .isPresent();
  }

  private static Optional<OnlineForm> fix(AddedForeignKey key, RuleContext context) {
    if (context.statement() instanceof CreateTable create) {
      return Optional.of(
          ForeignKeyIndex.ofNewTable(create, key.columns(), context.statementContext()));
    }
    return LiveAlter.of(context)
        .filter(alter -> !alter.isPartitioned())
        .flatMap(
            alter ->
                alter.statement().actions().stream()
                    .filter(action -> action.span().equals(key.span()))
                    .findFirst()
                    .flatMap(
                        action ->
                            ForeignKeyIndex.of(
                                alter.statement(), action, context.statementContext())));
  }
}
