package dev.dbops.migrate.observe;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server says at the level debug1 about the work it does. It names tables without their
 * schema, and does not translate these messages.
 */
record Notices(List<String> messages) {
  private static final Pattern TABLE_READ =
      Pattern.compile(
          "(?:verifying|rewriting) table \"(?<table>.*)\""
              + "|building index \".*\" on table \"(?<indexed>.*)\"(?: serially| with .*)?",
          Pattern.DOTALL);
  private static final Pattern KEY_VALIDATED =
      Pattern.compile("validating foreign key constraint \"(.*)\"", Pattern.DOTALL);

  Notices {
    messages = List.copyOf(messages);
  }

  /** The names of the tables that it said it reads. */
  List<String> tablesRead() {
    return messages.stream()
        .map(TABLE_READ::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group("table") == null ? found.group("indexed") : found.group("table"))
        .toList();
  }

  /** The names of the foreign keys for which it said it reads the referencing table. */
  List<String> keysValidated() {
    return messages.stream()
        .map(KEY_VALIDATED::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .toList();
  }
}
