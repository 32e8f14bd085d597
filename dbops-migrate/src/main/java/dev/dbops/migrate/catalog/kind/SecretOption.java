package dev.dbops.migrate.catalog.kind;

import java.util.regex.Pattern;

/**
 * Options of foreign things that only those should know who use them. Their values are never a part
 * of a snapshot; that they are set is.
 */
public final class SecretOption {
  /** What is told in the place of the value. */
  public static final String HIDDEN = "(hidden)";

  private static final Pattern SECRET =
      Pattern.compile(
          "passw(?!ord_required$)|passphrase|pwd|secret|token|credential|private|(api|access|account)_?key",
          Pattern.CASE_INSENSITIVE);

  private SecretOption() {}

  /** Whether an option of this name has a value that must not be told. */
  public static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }
}
