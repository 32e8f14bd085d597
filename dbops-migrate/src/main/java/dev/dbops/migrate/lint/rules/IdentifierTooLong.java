package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Copy;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Tokens;
import dev.dbops.migrate.sql.Unparsed;
import dev.dbops.migrate.sql.Update;
import java.util.HashSet;
import java.util.Set;

/** A name of more than 63 bytes, where something is created or renamed. */
public final class IdentifierTooLong implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("identifier-too-long")
          .title("A name of more than 63 bytes is cut without an error")
          .severity(Severity.INFO)
          .blocks(Blocks.NOBODY)
          .why(
              """
              PostgreSQL keeps 63 bytes of a name and drops the rest with a notice that nobody reads. Two \
              long names that begin alike become one, and tools look for a name that is not there.\
              """)
          .instead("Choose a name of at most 63 bytes; a letter with an accent has two.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    String text = context.placed().text();
    if (text.length() <= SqlIdentifier.MAX_BYTES / 4 || !definesNames(context.statement())) {
      return;
    }
    Tokens tokens = Lexer.lex(text);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean mayBeLong = tokens.end(i) - tokens.start(i) > SqlIdentifier.MAX_BYTES / 4;
      if (mayBeLong && tokens.kind(i).isIdentifier()) {
        String name = SqlIdentifier.fold(tokens.text(i));
        String kept = SqlIdentifier.truncate(name);
        if (!kept.equals(name) && seen.add(name) && !isThere(kept, context)) {
          report(tokens, i, kept, context);
        }
      }
    }
  }

  /** Queries use names; the statement that made them was told already. */
  private static boolean definesNames(Statement statement) {
    return !(statement instanceof Select
        || statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Delete
        || statement instanceof Merge
        || statement instanceof Copy
        || statement instanceof DoBlock
        || statement instanceof Unparsed);
  }

  /**
   * Whether an earlier statement made a table, or a part of the table that is named, of this name.
   */
  private static boolean isThere(String name, RuleContext context) {
    SchemaState schema = context.schema();
    return schema.searchPath().stream()
            .anyMatch(each -> schema.table(new ObjectName(each, name)).isPresent())
        || (context.statement() instanceof AlterTable alter
            && schema.table(alter.table()).filter(table -> hasPart(table, name)).isPresent());
  }

  private static boolean hasPart(TableState table, String name) {
    return table.column(name).isPresent()
        || table.constraint(name).isPresent()
        || table.index(name).isPresent();
  }

  private static void report(Tokens tokens, int i, String kept, RuleContext context) {
    int offset = context.statement().span().start();
    context
        .finding(
            new Span(offset + tokens.start(i), offset + tokens.end(i)),
            "The name %s is cut to %s".formatted(tokens.text(i), SqlIdentifier.quote(kept)))
        .report();
  }
}
