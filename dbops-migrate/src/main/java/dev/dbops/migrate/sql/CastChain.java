package dev.dbops.migrate.sql;

import dev.dbops.migrate.sql.internal.CastReader;
import java.util.List;
import java.util.Optional;

/**
 * A column that is cast to one type after another: {@code CAST(c AS text)::integer} has two casts,
 * {@code (c)} has none.
 *
 * @param types in the order in which they are applied; spans are offsets into the expression's text
 */
public record CastChain(Name column, List<DataType> types) {
  public CastChain {
    types = List.copyOf(types);
  }

  /** The casts that an expression consists of; empty if it computes anything else. */
  public static Optional<CastChain> of(Expression expression) {
    return CastReader.read(expression.text());
  }
}
