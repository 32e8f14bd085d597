package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.Changelog.Runner;
import dev.dbops.migrate.changelog.ChangelogOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name and its first line who runs a changelog. */
public final class ChangelogFormat {
  private static final Pattern FORMATTED_SQL =
      Pattern.compile(
          "\\s*--\\s*liquibase\\s*formatted.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TREE = Pattern.compile(".*\\.(xml|ya?ml|json)");

  private ChangelogFormat() {}

  /** Whether Liquibase is there to be called. */
  public static boolean isLiquibasePresent() {
    try {
      Class.forName("liquibase.Scope", false, ChangelogFormat.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether a file has one of those formats that have a tree of nodes and can include others. */
  public static boolean isTree(String path) {
    return TREE.matcher(path.toLowerCase(Locale.ROOT)).matches();
  }

  public static Runner runner(String location, ChangelogOptions options) {
    boolean sql = location.toLowerCase(Locale.ROOT).endsWith(".sql");
    if (isTree(location) || sql && isFormatted(location, options)) {
      return Runner.LIQUIBASE;
    }
    return isFlyway(location, options) ? Runner.FLYWAY : Runner.PSQL;
  }

  private static boolean isFormatted(String location, ChangelogOptions options) {
    try {
      return SearchPath.of(options)
          .find(location)
          .map(file -> file.text(options.encoding(), problem -> {}).text())
          .filter(text -> FORMATTED_SQL.matcher(text).matches())
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFlyway(String location, ChangelogOptions options) {
    try {
      return SearchPath.of(options).list(location, true, problem -> {}).stream()
          .map(path -> path.substring(path.lastIndexOf('/') + 1))
          .filter(file -> file.endsWith(".sql"))
          .anyMatch(file -> FlywayName.isVersioned(file.substring(0, file.length() - 4)));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
