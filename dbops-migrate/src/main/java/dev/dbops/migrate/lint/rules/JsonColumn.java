package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;

/** A column of type {@code json}. */
public final class JsonColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("json-column")
          .title("Values of type json cannot be compared or indexed")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              json keeps the text as it came and parses it again for every look inside. It has no equality, so that SELECT DISTINCT and UNION over such a column fail, as some statements of JPA do, and no GIN index.\
              """)
          .instead(
              "Declare the column jsonb, unless order and white space of the text have to survive.")
          .documentation("https://www.postgresql.org/docs/current/datatype-json.html")
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
        type -> type.name().equals("json"),
        "jsonb",
        "The column %s is json, which has no equality and no index; jsonb has both");
  }
}
