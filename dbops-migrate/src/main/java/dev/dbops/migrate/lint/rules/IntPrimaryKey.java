package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.DataType;
import java.util.Optional;

/** A primary key of one column that is {@code integer} or {@code smallint}. */
public final class IntPrimaryKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("int-primary-key")
          .title("An integer key runs out of numbers, and is expensive to widen")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              After 2,147,483,647 rows, or failed inserts, every insert fails. To bigint it takes a \
              rewrite of the table, of all its indexes and of every table that refers to it.\
              """)
          .instead("Declare the key bigint, and the columns that refer to it as well.")
          .documentation(
              "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-INT")
          .offByDefault()
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    for (DeclaredColumn column : DeclaredColumn.in(context.statement())) {
      if (isKey(column, context)) {
        bigger(column.type())
            .ifPresent(
                type ->
                    column.advise(
                        context, type, "The key %s runs out of numbers; bigint does not"));
      }
    }
  }

  private static boolean isKey(DeclaredColumn column, RuleContext context) {
    String name = column.definition().name().value();
    return column.definition().has(Constraint.PrimaryKey.class)
        || (context.statement() instanceof CreateTable create
            && create.constraints().stream()
                .anyMatch(
                    each ->
                        each.definition() instanceof Constraint.PrimaryKey key
                            && key.columns().size() == 1
                            && key.columns().get(0).value().equals(name)));
  }

  private static Optional<String> bigger(DataType type) {
    return switch (type.name()) {
      case "integer", "smallint" -> Optional.of("bigint");
      case "serial", "smallserial" -> Optional.of("bigserial");
      default -> Optional.empty();
    };
  }
}
