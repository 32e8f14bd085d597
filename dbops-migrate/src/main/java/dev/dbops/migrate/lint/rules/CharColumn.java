package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;

/** A column of type {@code char(n)}. */
public final class CharColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("char-column")
          .title("Values of type char(n) are padded with blanks")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              char(n) stores blanks up to its length, ignores them where it compares, and drops them where it becomes text. It is not faster than text, and a length that turns out too short takes a rewrite.\
              """)
          .instead(
              "Declare the column text, with a CHECK on char_length where the length is a rule.")
          .documentation("https://www.postgresql.org/docs/current/datatype-character.html")
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
        type -> type.name().equals("character"),
        "text",
        "The column %s is padded with blanks; text is not");
  }
}
