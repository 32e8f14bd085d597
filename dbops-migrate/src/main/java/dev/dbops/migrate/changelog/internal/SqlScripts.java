package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.TransactionMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Plain SQL files as psql runs them: one after the other in the order of their paths, each
 * statement by itself. A file {@code x.down.sql} undoes {@code x.up.sql}.
 */
public final class SqlScripts {
  private static final String UP = ".up.sql";
  private static final String DOWN = ".down.sql";
  private static final String GLOB_SIGNS = "*?[{";

  private final ChangelogOptions options;
  private final List<ReadProblem> problems = new ArrayList<>();

  private SqlScripts(ChangelogOptions options) {
    this.options = options;
  }

  /** Reads a file, the files below a folder, or the files that a glob matches. */
  public static Changelog read(String location, ChangelogOptions options) {
    return new SqlScripts(options).read(location);
  }

  private Changelog read(String location) {
    List<ChangeSet> changeSets = new ArrayList<>();
    try {
      Map<String, Path> files = files(location);
      if (files.isEmpty()) {
        problems.add(Problems.nothingAt(location));
      }
      files.forEach(
          (name, path) -> {
            if (counterpart(files, name, DOWN, UP).isEmpty()) {
              changeSets.add(changeSet(path, counterpart(files, name, UP, DOWN)));
            }
          });
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      problems.add(Problems.unreadable(location, e));
    }
    return new Changelog(Changelog.Runner.PSQL, changeSets, List.of(), problems);
  }

  private static Optional<Path> counterpart(
      Map<String, Path> files, String name, String suffix, String other) {
    return name.endsWith(suffix)
        ? Optional.ofNullable(files.get(name.substring(0, name.length() - suffix.length()) + other))
        : Optional.empty();
  }

  private ChangeSet changeSet(Path path, Optional<Path> down) {
    List<Change> rollback = down.map(file -> new Script(text(file)).changes()).orElse(List.of());
    return new Script(text(path)).changeSet(TransactionMode.AUTOCOMMIT, rollback);
  }

  private SourceFile text(Path path) {
    try {
      return SearchPath.load(path).text(options.encoding(), problems::add);
    } catch (IOException e) {
      problems.add(Problems.unreadable(SearchPath.display(path), e));
      return SourceFile.of(SearchPath.display(path), "");
    }
  }

  private Map<String, Path> files(String location) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    if (isGlob(location)) {
      for (Path file : matching(location)) {
        files.put(SearchPath.slashes(file), file);
      }
      return files;
    }
    Path path = Path.of(location);
    if (Files.isDirectory(path)) {
      for (Path file : FolderFiles.below(path, true, problems::add)) {
        if (file.toString().endsWith(".sql")) {
          files.put(SearchPath.slashes(file), file);
        }
      }
    } else if (Files.exists(path)) {
      files.put(location, path);
    }
    return files;
  }

  private static boolean isGlob(String location) {
    return location.chars().anyMatch(c -> GLOB_SIGNS.indexOf(c) >= 0)
        && !Files.exists(Path.of(location));
  }

  private List<Path> matching(String glob) throws IOException {
    String plain = glob.replaceFirst("^(\\./+)+", "");
    // In Java's globs "**/" matches at least one folder, everywhere else none as well.
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + plain.replace("**/", "{**/,}"));
    int sign = 0;
    while (GLOB_SIGNS.indexOf(plain.charAt(sign)) < 0) {
      sign++;
    }
    String folder = plain.substring(0, plain.lastIndexOf('/', sign) + 1);
    Path root = Path.of(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    Consumer<ReadProblem> ofMatches =
        problem -> {
          if (matcher.matches(Path.of(problem.span().file().path()))) {
            problems.add(problem);
          }
        };
    return FolderFiles.below(root, true, ofMatches).stream().filter(matcher::matches).toList();
  }
}
