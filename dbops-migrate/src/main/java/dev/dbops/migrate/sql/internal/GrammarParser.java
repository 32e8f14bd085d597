package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Unparsed;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Parses one statement with the grammar and reads its tree into the statement model. */
public final class GrammarParser {
  private GrammarParser() {}

  /**
   * The statement, or {@link Unparsed} where it does not follow the grammar.
   *
   * @param text the whole text, which spans refer to
   * @param parseable the statement alone, with words in place of placeholders
   * @param span where the statement stands in the text
   */
  public static Statement parse(String text, String parseable, Span span) {
    try {
      SQLParser.SqlContext tree = Grammar.parse(parseable, SQLParser::sql);
      if (tree.statement().size() != 1) {
        return new Unparsed("it is not one statement", span, span);
      }
      return new StatementReader(new SourceText(text, span.start())).statement(tree.statement(0));
    } catch (Grammar.SyntaxException notUnderstood) {
      int start = Math.min(span.start() + notUnderstood.start(), span.end());
      int end = Math.min(span.start() + notUnderstood.end(), span.end());
      return new Unparsed(String.valueOf(notUnderstood.getMessage()), new Span(start, end), span);
    }
  }
}
