package dev.dbops.migrate.sql.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Vocabulary;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Tokens that PostgreSQL understands and the grammar does not, and what they become.
 *
 * <p>A pattern is a list of elements, one for each token: {@code SET} a type of token, {@code
 * ADD|DROP} one of several, {@code NAME} a name of one or more parts, {@code (NAMES)} names in
 * parentheses, {@code (...)} anything in parentheses, {@code !X} what is not followed by X.
 *
 * <p>For each element of the pattern stands what becomes of it: {@code =} it stays, {@code -} it
 * goes, {@code <} it joins the token before it, {@code X} it becomes one token of this type. {@code
 * +X} adds a token.
 *
 * @param within how the text has to begin, as a pattern; empty for any text
 */
record TokenRewrite(List<Element> within, List<Element> pattern, List<Change> changes) {
  private static final Map<String, Integer> TYPES = types();

  /** What one element of a pattern matches. */
  record Element(Shape shape, Set<Integer> types) {
    enum Shape {
      TOKEN,
      NAME,
      NAMES,
      GROUP,
      NOT_NEXT
    }
  }

  /** What becomes of an element, or what is added. */
  record Change(Action action, int type) {
    enum Action {
      KEEP,
      DROP,
      JOIN,
      RETYPE,
      ADD
    }
  }

  static TokenRewrite of(String within, String pattern, String changes) {
    return new TokenRewrite(elements(within), elements(pattern), changes(changes));
  }

  /** The tokens, rewritten wherever the pattern is found. */
  List<GrammarToken> apply(List<GrammarToken> tokens) {
    if (match(within, tokens, 0).isEmpty()) {
      return tokens;
    }
    List<GrammarToken> rewritten = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      Optional<int[]> ends = match(pattern, tokens, i);
      if (ends.isPresent()) {
        rewrite(tokens, i, ends.get(), rewritten);
        i = ends.get()[pattern.size() - 1];
      } else {
        rewritten.add(tokens.get(i++));
      }
    }
    return rewritten;
  }

  private void rewrite(
      List<GrammarToken> tokens, int start, int[] ends, List<GrammarToken> rewritten) {
    int from = start;
    int element = 0;
    for (Change change : changes) {
      if (change.action == Change.Action.ADD) {
        int at = rewritten.isEmpty() ? 0 : rewritten.get(rewritten.size() - 1).getStopIndex() + 1;
        rewritten.add(new GrammarToken(change.type, at, at));
        continue;
      }
      int to = ends[element++];
      if (change.action == Change.Action.KEEP) {
        rewritten.addAll(tokens.subList(from, to));
      } else if (change.action == Change.Action.RETYPE) {
        rewritten.add(tokens.get(from).upTo(tokens.get(to - 1), change.type));
      } else if (!rewritten.isEmpty() && to > from) {
        GrammarToken before = rewritten.remove(rewritten.size() - 1);
        GrammarToken last = tokens.get(to - 1);
        rewritten.add(
            change.action == Change.Action.JOIN
                ? before.upTo(last, before.getType())
                : before.leavingOut(last.end()));
      }
      from = to;
    }
  }

  /** Where each element ends, if all of them are found in a row. */
  private static Optional<int[]> match(
      List<Element> pattern, List<GrammarToken> tokens, int start) {
    int[] ends = new int[pattern.size()];
    int at = start;
    for (int i = 0; i < ends.length; i++) {
      at = end(pattern.get(i), tokens, at);
      if (at < 0) {
        return Optional.empty();
      }
      ends[i] = at;
    }
    return Optional.of(ends);
  }

  /** Where an element ends that begins at a token; -1 if it does not begin there. */
  private static int end(Element element, List<GrammarToken> tokens, int at) {
    boolean here = at < tokens.size() && element.types.contains(tokens.get(at).getType());
    return switch (element.shape) {
      case TOKEN -> here ? at + 1 : -1;
      case NAME -> TokenRuns.endOfName(tokens, at);
      case NAMES -> TokenRuns.endOfNames(tokens, at);
      case GROUP -> TokenRuns.endOfGroup(tokens, at);
      case NOT_NEXT -> here ? -1 : at;
    };
  }

  private static List<Element> elements(String pattern) {
    return words(pattern).stream().map(TokenRewrite::element).toList();
  }

  private static Element element(String word) {
    return switch (word) {
      case "NAME" -> new Element(Element.Shape.NAME, Set.of());
      case "(NAMES)" -> new Element(Element.Shape.NAMES, Set.of());
      case "(...)" -> new Element(Element.Shape.GROUP, Set.of());
      default -> token(word);
    };
  }

  private static Element token(String word) {
    boolean not = word.startsWith("!");
    Set<Integer> types =
        Arrays.stream((not ? word.substring(1) : word).split("\\|"))
            .map(TokenRewrite::type)
            .collect(Collectors.toUnmodifiableSet());
    return new Element(not ? Element.Shape.NOT_NEXT : Element.Shape.TOKEN, types);
  }

  private static List<Change> changes(String text) {
    return words(text).stream().map(TokenRewrite::change).toList();
  }

  private static Change change(String word) {
    return switch (word.charAt(0)) {
      case '=' -> new Change(Change.Action.KEEP, 0);
      case '<' -> new Change(Change.Action.JOIN, 0);
      case '-' -> new Change(Change.Action.DROP, 0);
      case '+' -> new Change(Change.Action.ADD, type(word.substring(1)));
      default -> new Change(Change.Action.RETYPE, type(word));
    };
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static int type(String name) {
    Integer type = TYPES.get(name);
    if (type == null) {
      throw new IllegalArgumentException("the grammar has no token " + name);
    }
    return type;
  }

  private static Map<String, Integer> types() {
    Vocabulary vocabulary = SQLParser.VOCABULARY;
    Map<String, Integer> types = new HashMap<>();
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      types.put(String.valueOf(vocabulary.getSymbolicName(type)), type);
    }
    return Map.copyOf(types);
  }
}
