package dev.dbops.migrate.sql.internal;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Tokens for the grammar's parser, which gives up when it goes over them too often: prediction may
 * look ahead to the end of a text from every token of it.
 */
final class GrammarTokens implements TokenStream {
  /** How often a token is looked at, on average; ordinary statements take 2 to 10. */
  private static final int LOOKS_PER_TOKEN = 200;

  private static final int LOOKS_AT_LEAST = 20_000;

  private final Token[] tokens;
  private final int[] types;
  private int position;
  private long looksLeft;

  /** Thrown where the parser has looked ahead for too long. */
  static final class TooLongException extends ParseCancellationException {
    private static final long serialVersionUID = 1;
  }

  GrammarTokens(List<GrammarToken> tokens) {
    int size = tokens.size();
    this.tokens = new Token[size + 1];
    this.types = new int[size + 1];
    for (int i = 0; i < size; i++) {
      GrammarToken token = tokens.get(i);
      token.setTokenIndex(i);
      this.tokens[i] = token;
      this.types[i] = token.getType();
    }
    int end = size == 0 ? 0 : tokens.get(size - 1).end();
    GrammarToken last = new GrammarToken(Token.EOF, end, end);
    last.setTokenIndex(size);
    this.tokens[size] = last;
    this.types[size] = Token.EOF;
    this.looksLeft = LOOKS_AT_LEAST + (long) size * LOOKS_PER_TOKEN;
  }

  @Override
  public void consume() {
    if (--looksLeft < 0) {
      throw new TooLongException();
    }
    if (position < tokens.length - 1) {
      position++;
    }
  }

  @Override
  public int LA(int distance) {
    return types[at(distance)];
  }

  @Override
  public Token LT(int distance) {
    return tokens[at(distance)];
  }

  private int at(int distance) {
    int index = position + (distance > 0 ? distance - 1 : distance);
    return Math.max(0, Math.min(index, tokens.length - 1));
  }

  @Override
  public Token get(int index) {
    return tokens[index];
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return tokens.length;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // All tokens stay, so there is nothing to let go of.
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("only recovery from errors makes tokens");
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
