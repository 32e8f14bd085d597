package dev.dbops.migrate.error;

import org.jspecify.annotations.Nullable;

/**
 * What dbops throws when it cannot do what it was asked to: says what happened and what to do next.
 * Findings in a changelog are not exceptions; they are part of a report.
 */
public class DbopsException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String next;

  /**
   * @param what what happened, to which object, in which file and line, as a sentence without a
   *     final stop
   * @param next what to do now, as a sentence without a final stop
   */
  public DbopsException(String what, String next) {
    this(what, next, null);
  }

  public DbopsException(String what, String next, @Nullable Throwable cause) {
    super(inWords(what, next), cause);
    this.next = next;
  }

  /** What happened and what to do next, given without full stops, in two sentences. */
  public static String inWords(String what, String next) {
    return sentence(what) + " " + sentence(capitalised(next));
  }

  /** What to do now. */
  public String next() {
    return next;
  }

  /** What the system or the server said may bring its own full stop. */
  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
