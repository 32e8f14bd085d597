package dev.dbops.migrate.sql.internal;

import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Runs the generated parser: the quick way first, the thorough way where that fails. */
final class Grammar {
  private Grammar() {}

  /** Where and why a text does not follow the grammar. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;
    private final int start;
    private final int end;

    SyntaxException(String message, int start, int end) {
      super(message);
      this.start = start;
      this.end = end;
    }

    int start() {
      return start;
    }

    int end() {
      return end;
    }
  }

  /**
   * The tree of a text.
   *
   * @param rule the rule that the whole text has to match
   */
  static <C extends ParserRuleContext> C parse(String text, Function<SQLParser, C> rule)
      throws SyntaxException {
    SQLLexer lexer = new SQLLexer(new Utf16CharStream(text));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    SQLParser parser = new SQLParser(tokens);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException quickWayFailed) {
      return parseThoroughly(parser, tokens, rule);
    }
  }

  private static <C extends ParserRuleContext> C parseThoroughly(
      SQLParser parser, CommonTokenStream tokens, Function<SQLParser, C> rule)
      throws SyntaxException {
    tokens.seek(0);
    parser.reset();
    FirstError error = new FirstError();
    parser.addErrorListener(error);
    parser.setErrorHandler(new DefaultErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    C tree = rule.apply(parser);
    if (error.found != null) {
      throw error.found;
    }
    return tree;
  }

  private static final class FirstError extends BaseErrorListener {
    private @Nullable SyntaxException found;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      if (found == null && symbol instanceof Token token) {
        boolean atEnd = token.getType() == Token.EOF;
        int start = token.getStartIndex();
        int end = atEnd ? start : token.getStopIndex() + 1;
        String what =
            atEnd
                ? "the statement ends too early"
                : "\"" + token.getText() + "\" is not expected here";
        found = new SyntaxException(what, start, Math.max(start, end));
      }
    }
  }
}
