package dev.dbops.migrate.catalog.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SQL of ours for servers of many versions: a line may say for which of them it is. */
final class VersionedSql {
  private static final Pattern MARK =
      Pattern.compile("\\S.*--(?: since (?<since>\\d+))?(?: before (?<before>\\d+))?\\s*$");

  private VersionedSql() {}

  /** The SQL for a major version: without the lines that are for others. */
  static String forMajor(String sql, int major) {
    return sql.lines().filter(line -> isFor(line, major)).collect(Collectors.joining("\n"));
  }

  private static boolean isFor(String line, int major) {
    Matcher mark = MARK.matcher(line);
    if (!mark.find()) {
      return true;
    }
    String since = mark.group("since");
    String before = mark.group("before");
    return (since == null || major >= Integer.parseInt(since))
        && (before == null || major < Integer.parseInt(before));
  }
}
