package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.Condition;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Tokens;
import dev.dbops.migrate.sql.Update;
import java.util.List;
import java.util.Optional;

/** How many rows of a table a change reaches, as far as its condition tells. */
enum RowReach {
  /** An index leads to them, or a limit keeps them few. */
  SOME,
  /** The whole table is searched for them, or that is not known. */
  UNKNOWN,
  EVERY;

  /** Of a change of rows; of another statement, {@link #SOME}. */
  static RowReach of(Statement statement, SchemaState schema) {
    if (statement instanceof Update update) {
      return of(update.table(), update.where(), update.joined(), schema);
    }
    return statement instanceof Delete delete
        ? of(delete.table(), delete.where(), delete.joined(), schema)
        : SOME;
  }

  private static RowReach of(
      QualifiedName table, Optional<Expression> where, boolean joined, SchemaState schema) {
    if (where.isEmpty()) {
      return joined ? UNKNOWN : EVERY;
    }
    RowReach reach = new Reader(table, schema).of(Condition.of(where.get()));
    return joined && reach == EVERY ? UNKNOWN : reach;
  }

  /** Judges conditions on one table. */
  private record Reader(QualifiedName name, SchemaState schema) {
    RowReach of(Condition condition) {
      Optional<Boolean> constant = condition.constant();
      if (constant.isPresent()) {
        return constant.get() ? EVERY : SOME;
      }
      if (condition instanceof Condition.Or or) {
        return or.parts().stream().map(this::of).max(RowReach::compareTo).orElse(UNKNOWN);
      }
      List<Condition> all = condition.conjuncts();
      if (all.size() > 1) {
        RowReach least = all.stream().map(this::of).min(RowReach::compareTo).orElse(UNKNOWN);
        return isRange(all) ? SOME : least;
      }
      if (condition instanceof Condition.Comparison comparison) {
        return comparison.operator().equals("=") ? found(comparison.column()) : UNKNOWN;
      }
      if (condition instanceof Condition.Membership membership) {
        return found(membership.column());
      }
      if (condition instanceof Condition.NullTest test) {
        return holdsForAll(test) ? EVERY : UNKNOWN;
      }
      return condition instanceof Condition.Opaque opaque && isLimited(opaque.text())
          ? SOME
          : UNKNOWN;
    }

    /** Of a table whose indexes are not known, the benefit of the doubt. */
    private RowReach found(String column) {
      boolean searched =
          schema
              .table(name)
              .filter(TableState::complete)
              .filter(table -> !hasIndex(table, column))
              .isPresent();
      return searched ? UNKNOWN : SOME;
    }

    private static boolean hasIndex(TableState table, String column) {
      return table.indexes().values().stream().anyMatch(index -> index.covers(List.of(column)));
    }

    /** Whether a column that has an index lies between two bounds. */
    private boolean isRange(List<Condition> all) {
      return all.stream()
          .anyMatch(
              low ->
                  low instanceof Condition.Comparison from
                      && from.operator().startsWith(">")
                      && found(from.column()) == SOME
                      && all.stream()
                          .anyMatch(
                              high ->
                                  high instanceof Condition.Comparison to
                                      && to.operator().startsWith("<")
                                      && to.column().equals(from.column())));
    }

    /** A column that was just added without a default is NULL in every row. */
    private boolean holdsForAll(Condition.NullTest test) {
      Optional<ColumnState> column =
          schema.column(name, test.column()).filter(each -> each.type().isPresent());
      return test.isNull()
          ? schema.isNewColumn(name, test.column())
              && column
                  .filter(each -> each.generation() == ColumnState.Generation.NONE)
                  .filter(each -> each.defaultValue().isEmpty() && !each.notNull())
                  .isPresent()
          : column.filter(ColumnState::notNull).isPresent();
    }

    private static boolean isLimited(String condition) {
      Tokens tokens = Lexer.lex(condition);
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.isWord(i, "limit") || tokens.isWord(i, "current")) {
          return true;
        }
      }
      return false;
    }
  }
}
