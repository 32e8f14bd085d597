package dev.dbops.migrate.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a word that is not known. */
public final class CloseMatch {
  private static final int LETTERS_PER_MISTAKE = 4;

  private CloseMatch() {}

  /** The known word that is closest; empty if none is close. */
  public static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .filter(each -> distance(word, each) <= 1 + each.length() / LETTERS_PER_MISTAKE)
        .min(
            Comparator.<String>comparingInt(each -> distance(word, each))
                .thenComparing(each -> each));
  }

  /**
   * {@code did you mean …? Or }, to stand in front of what else can be done; empty if no word is
   * close.
   */
  public static String question(String word, Collection<String> known) {
    return of(word, known).map(each -> "did you mean " + each + "? Or ").orElse("");
  }

  /** How many letters have to be put in, taken out or changed; the case of letters is no matter. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
