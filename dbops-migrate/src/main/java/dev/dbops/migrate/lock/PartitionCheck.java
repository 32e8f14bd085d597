package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.Condition;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.PartitionBound;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the bound of a partition says of its rows, as a check. Where a validated check of a table
 * says the same, the server attaches it without reading its rows; where one of the default
 * partition says the opposite, it does not look there for rows of the new partition.
 *
 * @param column the key, as the table is partitioned by it
 * @param conditions that all rows of the partition satisfy, in the author's words
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION">ATTACH
 *     PARTITION</a>
 */
public record PartitionCheck(String column, List<String> conditions) {
  public PartitionCheck {
    conditions = List.copyOf(conditions);
  }

  /**
   * The check of a list or range of one column.
   *
   * @return empty of other keys, of a default partition and where the table is not known
   */
  public static Optional<PartitionCheck> of(TableState partitioned, PartitionBound bound) {
    Optional<Tokens> key = partitioned.inheritance().partitionKey().map(PartitionCheck::lex);
    boolean ofOneColumn =
        key.filter(
                tokens ->
                    tokens.size() == 4
                        && tokens.is(1, TokenKind.LEFT_PAREN)
                        && tokens.kind(2).isIdentifier()
                        && partitioned.column(SqlIdentifier.fold(tokens.text(2))).isPresent())
            .isPresent();
    if (!ofOneColumn || bound.isDefault()) {
      return Optional.empty();
    }
    String column = key.get().text(2);
    List<List<String>> lists = lists(bound.text());
    if (key.get().isWord(0, "list") && lists.size() == 1) {
      return Optional.of(new PartitionCheck(column, ofList(column, lists.get(0))));
    }
    boolean range = key.get().isWord(0, "range") && lists.size() == 2;
    return range && lists.stream().allMatch(list -> list.size() == 1)
        ? Optional.of(
            new PartitionCheck(column, ofRange(column, lists.get(0).get(0), lists.get(1).get(0))))
        : Optional.empty();
  }

  private static List<String> ofList(String column, List<String> values) {
    List<String> constants =
        values.stream().filter(value -> !value.equalsIgnoreCase("null")).toList();
    String in = column + " IN (" + String.join(", ", constants) + ")";
    if (constants.isEmpty()) {
      return List.of(column + " IS NULL");
    }
    return constants.size() < values.size()
        ? List.of("(" + column + " IS NULL OR " + in + ")")
        : List.of(column + " IS NOT NULL", in);
  }

  private static List<String> ofRange(String column, String from, String to) {
    List<String> conditions = new ArrayList<>();
    conditions.add(column + " IS NOT NULL");
    if (!from.equalsIgnoreCase("minvalue")) {
      conditions.add(column + " >= " + from);
    }
    if (!to.equalsIgnoreCase("maxvalue")) {
      conditions.add(column + " < " + to);
    }
    return conditions;
  }

  /** The values in each of the outermost parentheses. */
  private static List<List<String>> lists(String bound) {
    Tokens tokens = Lexer.lex(bound).only(kind -> !kind.isComment());
    List<List<String>> lists = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean opens = tokens.is(i, TokenKind.LEFT_PAREN);
      boolean closes = tokens.is(i, TokenKind.RIGHT_PAREN);
      if (opens && depth == 0) {
        lists.add(new ArrayList<>());
        start = tokens.end(i);
      } else if (depth == 1 && (closes || tokens.is(i, TokenKind.COMMA))) {
        lists.get(lists.size() - 1).add(bound.substring(start, tokens.start(i)).strip());
        start = tokens.end(i);
      }
      depth += opens ? 1 : closes ? -1 : 0;
    }
    return lists;
  }

  /** The check as SQL, without {@code CHECK} and its parentheses. */
  public String sql() {
    return String.join(" AND ", conditions);
  }

  /** What rows of the default partition satisfy, since they belong nowhere else. */
  public String opposite() {
    return "NOT (" + sql() + ")";
  }

  /** Whether validated checks and NOT NULL say that all rows of a table are within the bound. */
  public boolean isImpliedBy(TableState table) {
    return said(table).anyMatch(isSame(sql()))
        || conditions.stream().allMatch(condition -> isImplied(condition, table));
  }

  private boolean isImplied(String condition, TableState table) {
    String name = SqlIdentifier.fold(column);
    boolean notNull = condition.equals(column + " IS NOT NULL");
    if (notNull) {
      return table.isNotNull(name) || table.hasValidatedNotNullCheck(name);
    }
    return said(table)
        .anyMatch(
            said ->
                isSame(condition).test(said)
                    || Condition.of(said).conjuncts().stream()
                        .anyMatch(part -> isComparison(part, condition)));
  }

  private boolean isComparison(Condition part, String condition) {
    return part instanceof Condition.Comparison comparison
        && comparison.column().equals(SqlIdentifier.fold(column))
        && words(condition)
            .equals(words(column + " " + comparison.operator() + " " + comparison.value()));
  }

  /** Whether a validated check says that no row of the default partition is within the bound. */
  public boolean isExcludedBy(TableState defaultPartition) {
    return said(defaultPartition).anyMatch(isSame(opposite()));
  }

  private static Stream<Expression> said(TableState table) {
    return table.constraints(ConstraintState.Kind.CHECK).stream()
        .filter(check -> check.validated() && check.enforced())
        .flatMap(check -> check.condition().stream());
  }

  private static Predicate<Expression> isSame(String condition) {
    return said -> words(said.text()).equals(words(condition));
  }

  private static Tokens lex(Expression expression) {
    return Lexer.lex(expression.text()).only(kind -> !kind.isComment());
  }

  private static List<String> words(String sql) {
    Tokens tokens = Lexer.lex(sql).only(kind -> !kind.isComment());
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.text(i);
      words.add(tokens.is(i, TokenKind.WORD) ? text.toLowerCase(Locale.ROOT) : text);
    }
    return words;
  }
}
