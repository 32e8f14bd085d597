package dev.dbops.migrate.sql;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The tokens of a text in their order; what lies between two of them is white space. Immutable and
 * thread-safe.
 *
 * <p>Offsets are characters of the {@linkplain #source() text that was read}, also in a part of the
 * list. An index outside the list is no error for {@link #is}, {@link #isWord} and {@link
 * #isOperator}: nothing stands there.
 */
public final class Tokens {
  private static final TokenKind[] KINDS = TokenKind.values();

  private final String source;
  private final byte[] kinds;
  private final int[] bounds;
  private final int from;
  private final int size;

  private Tokens(String source, byte[] kinds, int[] bounds, int from, int size) {
    this.source = source;
    this.kinds = kinds;
    this.bounds = bounds;
    this.from = from;
    this.size = size;
  }

  public String source() {
    return source;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public TokenKind kind(int index) {
    return KINDS[kinds[at(index)]];
  }

  public int start(int index) {
    return bounds[2 * at(index)];
  }

  /** Where the token starts, or another offset if there is no such token. */
  int start(int index, int otherwise) {
    return index >= 0 && index < size ? start(index) : otherwise;
  }

  public int end(int index) {
    return bounds[2 * at(index) + 1];
  }

  public String text(int index) {
    return source.substring(start(index), end(index));
  }

  public boolean is(int index, TokenKind kind) {
    return index >= 0 && index < size && kinds[from + index] == kind.ordinal();
  }

  /** Whether the token is this word without quotes, in any case of its ASCII letters. */
  public boolean isWord(int index, String word) {
    return is(index, TokenKind.WORD)
        && Characters.isAsciiEqual(source, start(index), end(index), word);
  }

  public boolean isOperator(int index, String operator) {
    return is(index, TokenKind.OPERATOR)
        && end(index) - start(index) == operator.length()
        && source.startsWith(operator, start(index));
  }

  /**
   * How deep parentheses and brackets are nested; 0 if there are none. What is closed too often is
   * passed over.
   */
  public int maxDepth() {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < size; i++) {
      if (is(i, TokenKind.LEFT_PAREN) || is(i, TokenKind.LEFT_BRACKET)) {
        deepest = Math.max(deepest, ++depth);
      } else if (is(i, TokenKind.RIGHT_PAREN) || is(i, TokenKind.RIGHT_BRACKET)) {
        depth = Math.max(0, depth - 1);
      }
    }
    return deepest;
  }

  /** The tokens from one index (inclusive) to another (exclusive). */
  public Tokens slice(int start, int end) {
    if (start < 0 || end < start || end > size) {
      throw new IndexOutOfBoundsException(start + " to " + end + " of " + size);
    }
    return new Tokens(source, kinds, bounds, from + start, end - start);
  }

  /** The tokens of the kinds asked for. */
  public Tokens only(Predicate<TokenKind> wanted) {
    if (isAll(wanted)) {
      return this;
    }
    Builder kept = new Builder(source);
    for (int i = 0; i < size; i++) {
      if (wanted.test(kind(i))) {
        kept.add(kind(i), start(i), end(i));
      }
    }
    return kept.build();
  }

  private boolean isAll(Predicate<TokenKind> wanted) {
    for (int i = 0; i < size; i++) {
      if (!wanted.test(kind(i))) {
        return false;
      }
    }
    return true;
  }

  private int at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    return from + index;
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < size; i++) {
      all.append(i == 0 ? "" : " ").append(kind(i)).append('(').append(text(i)).append(')');
    }
    return all.toString();
  }

  /** Collects tokens in ascending order. */
  static final class Builder {
    private final String source;
    private byte[] kinds = new byte[16];
    private int[] bounds = new int[32];
    private int size;

    Builder(String source) {
      this.source = source;
    }

    void add(TokenKind kind, int start, int end) {
      if (size == kinds.length) {
        int capacity = size + size / 2;
        kinds = Arrays.copyOf(kinds, capacity);
        bounds = Arrays.copyOf(bounds, 2 * capacity);
      }
      kinds[size] = (byte) kind.ordinal();
      bounds[2 * size] = start;
      bounds[2 * size + 1] = end;
      size++;
    }

    int size() {
      return size;
    }

    /** Where the last token ends; 0 before the first. */
    int end() {
      return size == 0 ? 0 : bounds[2 * size - 1];
    }

    boolean endsInWord(String word) {
      return size > 0
          && kinds[size - 1] == TokenKind.WORD.ordinal()
          && Characters.isAsciiEqual(source, bounds[2 * size - 2], bounds[2 * size - 1], word);
    }

    /** The last tokens, to be looked at before another is added. */
    Tokens since(int index) {
      return new Tokens(source, kinds, bounds, index, size - index);
    }

    Tokens build() {
      return since(0);
    }
  }
}
