package dev.dbops.migrate.sql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * The attributes behind a constraint. PostgreSQL takes them in any order, the grammar in one:
 * {@code NO INHERIT}, {@code NOT VALID}, {@code DEFERRABLE}, {@code INITIALLY}, {@code ENFORCED}.
 */
final class ConstraintAttributes {
  private ConstraintAttributes() {}

  /**
   * Sorts the attributes. Only the types of the tokens change places, so that the tokens stay in
   * the order of the text.
   */
  static List<GrammarToken> sort(List<GrammarToken> tokens) {
    List<GrammarToken> sorted = new ArrayList<>(tokens);
    int i = 0;
    while (i < tokens.size()) {
      List<List<Integer>> attributes = new ArrayList<>();
      int end = i;
      for (int length = length(tokens, end); length > 0; length = length(tokens, end)) {
        attributes.add(types(tokens.subList(end, end + length)));
        end += length;
      }
      attributes.sort(Comparator.comparingInt(ConstraintAttributes::rank));
      for (int type : attributes.stream().flatMap(List::stream).toList()) {
        if (sorted.get(i).getType() != type) {
          sorted.set(i, tokens.get(i).as(type));
        }
        i++;
      }
      i = Math.max(i, end + 1);
    }
    return sorted;
  }

  /**
   * Of {@code ALTER CONSTRAINT} the grammar does not know {@code ENFORCED}: all attributes become
   * one that it knows.
   */
  static List<GrammarToken> ofAlteredConstraint(List<GrammarToken> tokens) {
    List<GrammarToken> altered = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      altered.add(tokens.get(i));
      boolean constraint =
          TokenRuns.is(tokens, i, SQLParser.CONSTRAINT)
              && TokenRuns.is(tokens, i - 1, SQLParser.ALTER);
      i++;
      if (constraint && i < tokens.size()) {
        altered.add(tokens.get(i++));
        int end = i;
        while (length(tokens, end) > 0) {
          end += length(tokens, end);
        }
        if (types(tokens.subList(i, end)).contains(SQLParser.ENFORCED)) {
          altered.add(tokens.get(i).upTo(tokens.get(end - 1), SQLParser.DEFERRABLE));
          i = end;
        }
      }
    }
    return altered;
  }

  /** How many tokens the attribute has that begins there; 0 if none does. */
  private static int length(List<GrammarToken> tokens, int start) {
    if (start >= tokens.size()) {
      return 0;
    }
    int next = start + 1 < tokens.size() ? tokens.get(start + 1).getType() : 0;
    return switch (tokens.get(start).getType()) {
      case SQLParser.DEFERRABLE, SQLParser.ENFORCED -> 1;
      case SQLParser.INITIALLY -> next == SQLParser.DEFERRED || next == SQLParser.IMMEDIATE ? 2 : 0;
      case SQLParser.NO -> next == SQLParser.INHERIT ? 2 : 0;
      case SQLParser.NOT ->
          next == SQLParser.VALID || next == SQLParser.DEFERRABLE || next == SQLParser.ENFORCED
              ? 2
              : 0;
      default -> 0;
    };
  }

  private static int rank(List<Integer> attribute) {
    return switch (attribute.get(attribute.size() - 1)) {
      case SQLParser.INHERIT -> 0;
      case SQLParser.VALID -> 1;
      case SQLParser.DEFERRABLE -> 2;
      case SQLParser.ENFORCED -> 4;
      default -> 3;
    };
  }

  private static List<Integer> types(List<GrammarToken> tokens) {
    return tokens.stream().map(GrammarToken::getType).toList();
  }
}
