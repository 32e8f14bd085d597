package dev.dbops.migrate.catalog.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types have room for every value of another, as the server prints types. */
final class TypeWidening {
  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "smallint", Set.of("integer", "bigint", "numeric"),
          "integer", Set.of("bigint", "numeric", "double precision"),
          "bigint", Set.of("numeric"),
          "real", Set.of("double precision"),
          "character varying", Set.of("character varying"),
          "character", Set.of("character varying"),
          "date", Set.of("timestamp without time zone", "timestamp with time zone"));

  private TypeWidening() {}

  /** Everything can be written as text. */
  static boolean keepsValues(String from, String to) {
    if (from.equals(to) || to.equals("text")) {
      return true;
    }
    String before = withoutModifier(from);
    String after = withoutModifier(to);
    if (!before.equals(after)) {
      return to.equals(after) && WIDER.getOrDefault(before, Set.of()).contains(after);
    }
    if (to.equals(after)) {
      return true;
    }
    List<Integer> narrow = modifier(from);
    List<Integer> wide = modifier(to);
    return narrow.size() == wide.size()
        && switch (narrow.size()) {
          case 1 -> wide.get(0) >= narrow.get(0);
          case 2 ->
              wide.get(1) >= narrow.get(1)
                  && wide.get(0) - wide.get(1) >= narrow.get(0) - narrow.get(1);
          default -> false;
        };
  }

  private static String withoutModifier(String type) {
    int start = type.indexOf('(');
    int end = type.indexOf(')');
    return start < 0 || end < start ? type : type.substring(0, start) + type.substring(end + 1);
  }

  /** The numbers in parentheses; none if there are others. */
  private static List<Integer> modifier(String type) {
    int start = type.indexOf('(');
    int end = type.indexOf(')');
    if (start < 0 || end < start || !type.substring(start + 1, end).matches("[0-9]+(,[0-9]+)?")) {
      return List.of();
    }
    return Arrays.stream(type.substring(start + 1, end).split(",")).map(Integer::parseInt).toList();
  }
}
