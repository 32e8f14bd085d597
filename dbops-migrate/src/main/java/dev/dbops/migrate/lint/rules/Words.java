package dev.dbops.migrate.lint.rules;

import java.util.List;

/** Lists of names, as messages say them. */
final class Words {
  private static final int NAMED = 3;

  private Words() {}

  /**
   * {@code the index a}, {@code the indexes a, b and c}, {@code the indexes a, b, c and 2 more}.
   */
  static String list(String one, String several, List<String> names) {
    return (names.size() == 1 ? one : several) + " " + list(names);
  }

  /** {@code a}, {@code a, b and c}, {@code a, b, c and 2 more}. */
  static String list(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.size() > NAMED) {
      return String.join(", ", names.subList(0, NAMED))
          + " and "
          + (names.size() - NAMED)
          + " more";
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
