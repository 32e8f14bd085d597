package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.Tokens;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Runs the generated parser: the quick way first; where that fails, the thorough way, on tokens
 * that the grammar's gaps are closed in.
 */
final class Grammar {
  private Grammar() {}

  /** Where and why a text does not follow the grammar. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;
    private final Token at;

    SyntaxException(String message, Token at) {
      super(message);
      this.at = at;
    }

    int start() {
      return at.getStartIndex();
    }

    int end() {
      return at.getStopIndex() + 1;
    }
  }

  /** The tree of a text that the rule matches as a whole. */
  static <C extends ParserRuleContext> C parse(SourceText text, Function<SQLParser, C> rule)
      throws SyntaxException {
    return parse(tokens(text), rule, text);
  }

  static List<GrammarToken> tokens(SourceText text) throws SyntaxException {
    Tokens tokens = Lexer.lex(text.text());
    if (tokens.size() > Splitter.MAX_TOKENS) {
      int start = text.base();
      throw new SyntaxException(
          Splitter.TOO_LONG, new GrammarToken(SQLParser.BAD, start, start + 1));
    }
    return GrammarLexer.tokens(tokens, text.base());
  }

  /**
   * The tree of some tokens of a text.
   *
   * @param rule the rule that all tokens together have to match
   * @param text says what a token is in the user's words
   */
  static <C extends ParserRuleContext> C parse(
      List<GrammarToken> tokens, Function<SQLParser, C> rule, SourceText text)
      throws SyntaxException {
    Nesting.check(tokens);
    try {
      return run(PatternMatches.asOperators(tokens), rule, PredictionMode.SLL);
    } catch (ParseCancellationException quickWayFailed) {
      return parseThoroughly(tokens, rule, text);
    }
  }

  private static <C extends ParserRuleContext> C parseThoroughly(
      List<GrammarToken> tokens, Function<SQLParser, C> rule, SourceText text)
      throws SyntaxException {
    List<GrammarToken> gapless = GrammarGaps.close(tokens);
    List<GrammarToken> closed = PatternMatches.asOperators(gapless);
    try {
      if (!gapless.equals(tokens)) {
        try {
          return run(closed, rule, PredictionMode.SLL);
        } catch (ParseCancellationException quickWayFailed) {
          // The thorough way is tried on the same tokens.
        }
      }
      return run(closed, rule, PredictionMode.LL);
    } catch (GrammarTokens.TooLongException tooLong) {
      throw new SyntaxException("it takes too long to parse", tokens.get(0));
    } catch (ParseCancellationException failed) {
      throw describe(failed, text);
    }
  }

  private static <C extends ParserRuleContext> C run(
      List<GrammarToken> tokens, Function<SQLParser, C> rule, PredictionMode mode) {
    SQLParser parser = new SQLParser(new GrammarTokens(tokens));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    return rule.apply(parser);
  }

  private static SyntaxException describe(ParseCancellationException failed, SourceText text)
      throws ParseCancellationException {
    if (!(failed.getCause() instanceof RecognitionException cause)) {
      throw failed;
    }
    Token at = cause.getOffendingToken();
    String reason =
        at.getType() == Token.EOF
            ? "the statement ends too early"
            : "\"" + text.text(text.span(at, at)) + "\" is not expected here";
    return new SyntaxException(reason, at);
  }
}
