package dev.dbops.migrate.report;

import dev.dbops.migrate.lint.Severity;

/**
 * The colours of a terminal.
 *
 * @param colour whether there are any
 */
record Paint(boolean colour) {
  String bold(String text) {
    return painted("1", text);
  }

  /** The word for a severity, in its colour. */
  String severity(Severity severity) {
    String code =
        switch (severity) {
          case ERROR -> "31;1";
          case WARNING -> "33;1";
          case INFO -> "36";
        };
    return painted(code, Wording.word(severity));
  }

  /**
   * @param code of ANSI's, such as {@code 31} for red
   */
  String painted(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
