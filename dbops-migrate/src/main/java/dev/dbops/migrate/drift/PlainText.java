package dev.dbops.migrate.drift;

import java.util.regex.Pattern;

/**
 * A statement in letters that every format of Liquibase's keeps. One that a format would read as
 * its own, or whose line ends it would change, is wrapped into a text that a DO block executes.
 */
final class PlainText {
  /** What Liquibase reads in a comment, and where it puts its parameters. */
  private static final Pattern MEANT_FOR_LIQUIBASE =
      Pattern.compile(
          "(?im)^\\s*(--|/\\*)\\s*(liquibase|changeset|rollback|precondition|property|comment"
              + "|validCheckSum|ignoreLines|label|context)|\\$\\{|^\\s*/\\s*$|^\\s*GO\\s*$");

  /** What XML and YAML do not hold, and line ends that reading changes. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

  private PlainText() {}

  static String of(String sql) {
    return MEANT_FOR_LIQUIBASE.matcher(sql).find() || UNPRINTABLE.matcher(sql).find()
        ? "DO $dbops$ BEGIN EXECUTE E'" + escaped(sql) + "'; END $dbops$"
        : sql;
  }

  private static String escaped(String sql) {
    StringBuilder text = new StringBuilder();
    sql.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                text.append("\\n");
              } else if (c == '\'' || c == '\\') {
                text.append('\\').appendCodePoint(c);
              } else if (c == '$' || UNPRINTABLE.matcher(Character.toString(c)).matches()) {
                text.append("\\u%04X".formatted(c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
