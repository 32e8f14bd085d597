package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;

/** A column of type {@code timestamp} without time zone. */
public final class TimestampWithoutTimeZone implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("timestamp-without-time-zone")
          .title("A timestamp without time zone does not say which moment it means")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              The value is whatever clock the writer looked at. Servers and clients in different zones read it as different moments, and an hour in autumn comes twice. Both types take 8 bytes.\
              """)
          .instead(
              "Declare the column timestamptz: it stores the moment, and shows it in the zone of"
                  + " the session.")
          .documentation("https://www.postgresql.org/docs/current/datatype-datetime.html")
          .offByDefault()
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    DeclaredColumn.advise(
        context,
        type -> type.name().equals("timestamp without time zone"),
        "timestamptz",
        "The column %s does not say which moment it means; timestamptz does");
  }
}
