package dev.dbops.migrate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lists and maps as the one text that a parameter is: a comma inside a value stands as {@code \,}.
 * Only the last value may end in a backslash.
 */
public final class ListText {
  private ListText() {}

  /** The values in one text. */
  public static String of(Collection<?> values) {
    return values.stream().map(ListText::escaped).collect(Collectors.joining(","));
  }

  /** The entries in one text, each as {@code name=value}. */
  public static String of(Map<?, ?> entries) {
    return of(
        entries.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  /** The values of a text, without blank ones. */
  static List<String> split(String text) {
    return Arrays.stream(text.split("(?<!\\\\),"))
        .map(value -> value.replace("\\,", ",").strip())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static String escaped(Object value) {
    return String.valueOf(value).replace(",", "\\,");
  }
}
