package dev.dbops.migrate.sql;

import dev.dbops.migrate.sql.internal.GrammarParser;

/**
 * Understands statements: turns what the {@link Splitter} cut out into the statement model.
 * Thread-safe.
 */
public final class SqlParser {
  private SqlParser() {}

  /**
   * The statement that a stretch of a script is. What cannot be understood becomes {@link Unparsed}
   * with the reason; nothing is thrown and nothing is dropped.
   *
   * @param raw of kind {@link RawStatement.Kind#SQL}
   */
  public static Statement parse(RawStatement raw) {
    Span span = new Span(raw.start(), raw.end());
    if (raw.kind() != RawStatement.Kind.SQL) {
      return new Unparsed("it is not SQL but " + words(raw.kind()), span, span);
    }
    if (raw.defect().isPresent()) {
      RawStatement.Defect defect = raw.defect().get();
      int at = Math.max(span.start(), Math.min(defect.offset(), span.end()));
      return new Unparsed(defect.reason(), new Span(at, span.end()), span);
    }
    return GrammarParser.parse(raw);
  }

  private static String words(RawStatement.Kind kind) {
    return kind == RawStatement.Kind.META_COMMAND ? "a command of psql" : "data of a COPY";
  }
}
