package dev.dbops.migrate.sql.internal;

import org.antlr.v4.runtime.CommonToken;

/**
 * A token of the grammar. Its indexes count characters of the whole text; it carries no text of its
 * own.
 */
final class GrammarToken extends CommonToken {
  private static final long serialVersionUID = 1;

  private int end;

  GrammarToken(int type, int start, int end) {
    super(type);
    setStartIndex(start);
    setStopIndex(end - 1);
    this.end = end;
  }

  int start() {
    return getStartIndex();
  }

  /** The end of what it stands for in the text: itself, and what was left out behind it. */
  int end() {
    return end;
  }

  GrammarToken as(int type) {
    return withEnd(type, getStopIndex() + 1, end);
  }

  /** The same token, behind which the text up to an offset was left out. */
  GrammarToken leavingOut(int upTo) {
    return withEnd(getType(), getStopIndex() + 1, upTo);
  }

  /** One token that reaches from this one to the end of another. */
  GrammarToken upTo(GrammarToken last, int type) {
    return withEnd(type, last.getStopIndex() + 1, last.end);
  }

  private GrammarToken withEnd(int type, int ownEnd, int wholeEnd) {
    GrammarToken token = new GrammarToken(type, getStartIndex(), ownEnd);
    token.end = wholeEnd;
    return token;
  }
}
