package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Tokens;
import dev.dbops.migrate.sql.Update;
import java.util.Optional;

/**
 * An {@code UPDATE} or {@code DELETE} of a whole table, a thousand rows at a time in the order of
 * the primary key, each in a transaction of its own.
 */
public final class BatchedChange {
  private BatchedChange() {}

  /**
   * The statement in batches.
   *
   * @return empty if the primary key is not known, or if other tables take part
   */
  public static Optional<OnlineForm> of(Statement statement, StatementContext context) {
    if (statement instanceof Update update && !update.joined()) {
      return of(update.table(), update.where(), update.span(), context);
    }
    return statement instanceof Delete delete && !delete.joined()
        ? of(delete.table(), delete.where(), delete.span(), context)
        : Optional.empty();
  }

  private static Optional<OnlineForm> of(
      QualifiedName table, Optional<Expression> where, Span span, StatementContext context) {
    int end = where.map(condition -> condition.span().start()).orElse(span.end());
    String change = context.text(new Span(span.start(), end)).strip();
    return RowBatch.of(table, context.before())
        .filter(batch -> !hasOtherClauses(context.text(span)))
        .map(
            batch ->
                OnlineForm.needsReview(
                    batch.of(
                        where.isPresent() ? withoutLastWord(change) : change,
                        where.map(condition -> parenthesised(condition.text())))));
  }

  /** Without the {@code WHERE} at its end. */
  private static String withoutLastWord(String change) {
    return change.substring(0, change.length() - "where".length()).strip();
  }

  private static String parenthesised(String condition) {
    return "(" + condition + ")";
  }

  private static boolean hasOtherClauses(String statement) {
    Tokens tokens = Lexer.lex(statement).only(kind -> !kind.isComment());
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "returning")) {
        return true;
      }
    }
    return tokens.isWord(0, "with");
  }
}
