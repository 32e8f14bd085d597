package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;

/** {@code DROP SCHEMA … CASCADE}, {@code DROP DATABASE} and {@code DROP OWNED}. */
public final class DropSchemaLosesData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-schema-loses-data")
          .title("Dropping a schema, a database or what a role owns loses all tables in it")
          .severity(Severity.ERROR)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Every table in it goes, those too that nobody thought of: the statement names none of them. \
              Only a backup brings the rows back. Each table is locked with ACCESS EXCLUSIVE, all of them \
              until the end of the transaction.""")
          .instead(
              """
              Drop the tables by name, a few at a time, then the schema without CASCADE: the server \
              refuses it while something is left in it. Where all of it is meant to go, write why into \
              the comment that accepts the finding.""")
          .exempt(
              "DROP SCHEMA without CASCADE: the server refuses it unless the schema is empty.",
              "All tables in the schema are created in the same changeset or deploy.",
              "It stands in a function or procedure: nothing is lost until somebody calls that.",
              "A comment accepts it and says why: "
                  + "`-- dbops:ignore drop-schema-loses-data: the tenant left in March`.")
          .documentation("https://www.postgresql.org/docs/current/sql-dropschema.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Drop drop
        && context.runsNow()
        && !RefusedStatement.isInTransaction(context)) {
      List<String> names = drop.names().stream().map(QualifiedName::text).toList();
      switch (drop.kind()) {
        case SCHEMA -> checkSchemas(drop, context);
        case DATABASE ->
            context.finding("Dropping " + Words.list(names) + " loses all tables in it").report();
        case OWNED ->
            context
                .finding("DROP OWNED loses all tables that belong to the role in this database")
                .report();
        default -> {
          // Of what else is dropped, other rules tell.
        }
      }
    }
  }

  private static void checkSchemas(Drop drop, RuleContext context) {
    List<String> lost =
        drop.names().stream()
            .filter(schema -> drop.cascade() && mayHoldRows(schema, context))
            .map(QualifiedName::text)
            .toList();
    if (!lost.isEmpty()) {
      context
          .finding(
              "Dropping %s %s with CASCADE loses all tables in %s"
                  .formatted(
                      lost.size() == 1 ? "the schema" : "the schemas",
                      Words.list(lost),
                      lost.size() == 1 ? "it" : "them"))
          .report();
    }
  }

  /** Of a schema that no statement filled nobody knows what is in it. */
  private static boolean mayHoldRows(QualifiedName schema, RuleContext context) {
    List<TableState> inside =
        context.schema().tables().stream()
            .filter(table -> table.name().schema().equals(schema.value()))
            .toList();
    return inside.isEmpty() || !inside.stream().allMatch(context.schema()::isNew);
  }
}
