package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.EnumState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.Optional;

/** {@code ALTER TYPE … RENAME VALUE}. */
public final class EnumValueRename implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("enum-value-rename")
          .title("Renaming a value of an enum breaks running versions of the application")
          .severity(Severity.WARNING)
          .blocks(Blocks.APPLICATION)
          .why(
              """
              From the commit on the old value is no value at all: running versions fail when they write \
              it, and read a value that they do not know.\
              """)
          .instead(
              """
              Add the new value, deploy a version that reads both and writes the new one, update the old \
              rows in batches. The old value stays in the type; it does no harm.\
              """)
          .exempt("The enum is created in the same changeset or deploy.")
          .documentation("https://www.postgresql.org/docs/current/sql-altertype.html")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof AlterType alter
        && alter.kind() == AlterType.Kind.RENAME_VALUE) {
      Optional<EnumState> type = context.schema().enumType(alter.type());
      if (type.filter(context.schema()::isNew).isEmpty()) {
        String value = alter.value().map(SqlIdentifier::quoteLiteral).orElse("a value");
        context
            .finding(
                "Renaming %s of %s breaks running versions of the application that read or write it"
                    .formatted(value, alter.type().text()))
            .report();
      }
    }
  }
}
