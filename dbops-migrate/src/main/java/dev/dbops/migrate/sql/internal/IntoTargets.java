package dev.dbops.migrate.sql.internal;

import java.util.ArrayList;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * {@code INTO} in plpgsql, which names variables and may stand at many places of a statement.
 * plpgsql takes it out before the server parses the rest; so does this.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-STATEMENTS-SQL-ONEROW">Executing
 *     a Command with a Single-Row Result</a>
 */
final class IntoTargets {
  private IntoTargets() {}

  static List<GrammarToken> removed(List<GrammarToken> tokens) {
    List<GrammarToken> kept = new ArrayList<>(tokens.size());
    int statement = 0;
    int i = 0;
    while (i < tokens.size()) {
      if (TokenRuns.is(tokens, i, SQLParser.SEMI_COLON)) {
        statement = i + 1;
      }
      if (isInto(tokens, i, statement) && !kept.isEmpty()) {
        int end = endOfTargets(tokens, i + 1);
        GrammarToken before = kept.remove(kept.size() - 1);
        kept.add(before.leavingOut(tokens.get(end - 1).end()));
        i = end;
      } else {
        kept.add(tokens.get(i++));
      }
    }
    return kept;
  }

  private static boolean isInto(List<GrammarToken> tokens, int index, int statement) {
    return TokenRuns.is(tokens, index, SQLParser.INTO)
        && !TokenRuns.is(tokens, index - 1, SQLParser.INSERT)
        && !TokenRuns.is(tokens, index - 1, SQLParser.MERGE)
        && !TokenRuns.is(tokens, statement, SQLParser.IMPORT);
  }

  private static int endOfTargets(List<GrammarToken> tokens, int afterInto) {
    int end = TokenRuns.is(tokens, afterInto, SQLParser.STRICT) ? afterInto + 1 : afterInto;
    end = endOfTarget(tokens, end);
    while (TokenRuns.is(tokens, end, SQLParser.COMMA)) {
      int next = endOfTarget(tokens, end + 1);
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static int endOfTarget(List<GrammarToken> tokens, int start) {
    int name = TokenRuns.endOfName(tokens, start);
    if (name < 0) {
      return TokenRuns.is(tokens, start, SQLParser.DOLLAR_NUMBER) ? start + 1 : start;
    }
    int end = name;
    while (TokenRuns.is(tokens, end, SQLParser.LEFT_BRACKET)) {
      while (end < tokens.size() && !TokenRuns.is(tokens, end, SQLParser.RIGHT_BRACKET)) {
        end++;
      }
      end = Math.min(end + 1, tokens.size());
    }
    return end;
  }
}
