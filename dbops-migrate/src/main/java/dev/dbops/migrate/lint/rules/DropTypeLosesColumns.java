package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.TypeUse;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;

/** {@code DROP TYPE … CASCADE} and {@code DROP DOMAIN … CASCADE}. */
public final class DropTypeLosesColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("drop-type-loses-columns")
          .title("Dropping a type with CASCADE drops every column of that type, with its values")
          .severity(Severity.ERROR)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              The server names the columns in a notice only, and they are gone when the transaction \
              commits: only a backup brings their values back. Each of the tables is locked, and running \
              versions of the application that name a column fail at once.""")
          .instead(
              """
              Leave CASCADE out: the server then refuses as long as a column needs the type. Give these \
              columns another type, or drop each by itself where it is seen.""")
          .exempt(
              "It is known that no column has the type.",
              "All columns of the type are created in the same changeset or deploy.",
              "It stands in a function or procedure: nothing is lost until somebody calls that.")
          .documentation("https://www.postgresql.org/docs/current/sql-droptype.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof Drop drop
        && (drop.kind() == ObjectKind.TYPE || drop.kind() == ObjectKind.DOMAIN)
        && drop.cascade()
        && context.runsNow()) {
      drop.names().forEach(type -> check(type, context));
    }
  }

  private static void check(QualifiedName type, RuleContext context) {
    List<TypeUse> uses = TypeUse.of(type, context.schema());
    List<String> lost =
        uses.stream()
            .filter(use -> !context.schema().isNew(use))
            .map(use -> use.table().name() + "." + SqlIdentifier.quote(use.column().name()))
            .toList();
    if (!lost.isEmpty()) {
      context
          .finding(
              "Dropping %s with CASCADE loses %s"
                  .formatted(type.text(), Words.list("the column", "the columns", lost)))
          .on(type)
          .report();
    } else if (uses.isEmpty() && !isKnown(type, context)) {
      context
          .finding(
              "Dropping %s with CASCADE loses every column of this type".formatted(type.text()))
          .on(type)
          .report();
    }
  }

  /** The statements that made the type are there, and so are those that would use it. */
  private static boolean isKnown(QualifiedName type, RuleContext context) {
    return context.schema().domain(type).isPresent() || context.schema().enumType(type).isPresent();
  }
}
