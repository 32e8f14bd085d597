package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.LaterSyntax;

/** A clause that the target version does not know yet. */
public final class SyntaxOfLaterVersion implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("syntax-of-later-version")
          .title("The server does not know the syntax: it came with a later version")
          .severity(Severity.ERROR)
          .blocks(Blocks.MIGRATION)
          .why(
              """
              PostgreSQL gets new clauses with each version. An older server answers with a syntax \
              error, and the migration fails there although it passed on a newer one, such as that of \
              the tests.""")
          .instead(
              """
              Write it in a way that the target version knows, or upgrade first. If the server is newer \
              than dbops was told, set targetVersion to its major version. What else could be said of \
              the statement is said once the server takes it.""")
          .exempt("The target version knows the clause.")
          .documentation("https://www.postgresql.org/docs/release/")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    int version = context.targetVersion();
    for (LaterSyntax clause : LaterSyntax.in(context.statement())) {
      if (clause.since() > version) {
        context
            .finding(
                clause.span(),
                "PostgreSQL %d does not know %s, which came with version %d"
                    .formatted(version, clause.words(), clause.since()))
            .report();
      }
    }
  }
}
