package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Unparsed;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Parses one statement with the grammar and reads its tree into the statement model. */
public final class GrammarParser {
  private GrammarParser() {}

  /** The statement, or {@link Unparsed} where it does not follow the grammar. */
  public static Statement parse(RawStatement raw) {
    Span span = new Span(raw.start(), raw.end());
    try {
      return parse(raw, span);
    } catch (Grammar.SyntaxException notUnderstood) {
      int start = Math.max(span.start(), Math.min(notUnderstood.start(), span.end()));
      int end = Math.max(start, Math.min(notUnderstood.end(), span.end()));
      return new Unparsed(String.valueOf(notUnderstood.getMessage()), new Span(start, end), span);
    } catch (StackOverflowError tooDeep) {
      // Nesting refuses what is known to overflow; a thread may have less stack than it assumes.
      return new Unparsed("it is nested too deep for the stack of this thread", span, span);
    }
  }

  private static Statement parse(RawStatement raw, Span span) throws Grammar.SyntaxException {
    SourceText source = new SourceText(raw.sql().text(), 0);
    List<GrammarToken> tokens =
        raw.hasPlaceholders()
            ? GrammarLexer.tokens(Lexer.lex(raw.parseableText()), raw.start())
            : GrammarLexer.tokens(raw.tokens(), 0);
    SQLParser.SqlContext tree = Grammar.parse(tokens, SQLParser::sql, source);
    return tree.statement().size() == 1
        ? new StatementReader(source).statement(tree.statement(0))
        : new Unparsed("it is not one statement", span, span);
  }
}
