package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Expression;
import java.util.Set;

/**
 * The query of a view.
 *
 * @param text as it is written
 * @param reads the tables and views that it reads, as far as they can be told
 * @param words every identifier in it, as PostgreSQL understands it, and {@code *} where it selects
 *     all columns
 */
public record ViewQuery(Expression text, Set<RelationId> reads, Set<String> words) {
  public ViewQuery {
    reads = Set.copyOf(reads);
    words = Set.copyOf(words);
  }

  /**
   * Whether the view may depend on a column of a table that it reads: its query names it, or
   * selects all columns. A column of the same name of another table counts as well.
   */
  public boolean mayUse(String column) {
    return words.contains(column) || words.contains("*");
  }
}
