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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Plain SQL files as psql runs them: one after the other in the order of their paths, each
 * statement by itself. A file {@code x.down.sql} undoes {@code x.up.sql}.
 */
public final class SqlScripts {
  private static final String UP = ".up.sql";
  private static final String DOWN = ".down.sql";
  private static final String GLOB_SIGNS = "*?[{";

  private final ChangelogOptions options;
  private final SearchPath searchPath;
  private final List<ReadProblem> problems = new ArrayList<>();

  private SqlScripts(ChangelogOptions options) {
    this.options = options;
    this.searchPath = SearchPath.of(options);
  }

  /** Reads a file, the files below a folder, or the files that a glob matches. */
  public static Changelog read(String location, ChangelogOptions options) {
    return new SqlScripts(options).read(location);
  }

  private Changelog read(String location) {
    List<ChangeSet> changeSets = new ArrayList<>();
    try {
      Set<String> files = new TreeSet<>(files(location));
      if (files.isEmpty()) {
        problems.add(Problems.nothingAt(location, searchPath));
      }
      for (String file : files) {
        if (counterpart(files, file, DOWN, UP).isEmpty()) {
          changeSets.add(changeSet(file, counterpart(files, file, UP, DOWN)));
        }
      }
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      problems.add(Problems.unreadable(location, e));
    }
    return new Changelog(Changelog.Runner.PSQL, changeSets, List.of(), problems);
  }

  private static Optional<String> counterpart(
      Set<String> files, String file, String suffix, String other) {
    return file.endsWith(suffix)
        ? Optional.of(file.substring(0, file.length() - suffix.length()) + other)
            .filter(files::contains)
        : Optional.empty();
  }

  private ChangeSet changeSet(String file, Optional<String> down) {
    List<Change> rollback = down.map(each -> script(each).changes()).orElse(List.of());
    return script(file).changeSet(TransactionMode.AUTOCOMMIT, rollback);
  }

  private Script script(String path) {
    try {
      Optional<LoadedFile> file = searchPath.find(path);
      if (file.isPresent()) {
        return new Script(file.get().name(), file.get().text(options.encoding(), problems::add));
      }
      problems.add(Problems.missing(path));
    } catch (IOException e) {
      problems.add(Problems.unreadable(path, e));
    }
    return new Script(path, SourceFile.of(path, ""));
  }

  private List<String> files(String location) throws IOException {
    Optional<Path> onDisk = searchPath.onDisk(location);
    if (onDisk.isEmpty() && location.chars().anyMatch(c -> GLOB_SIGNS.indexOf(c) >= 0)) {
      return matching(location);
    }
    if (onDisk.isPresent() && !Files.isDirectory(onDisk.get())
        || onDisk.isEmpty() && searchPath.find(location).isPresent()) {
      return List.of(location);
    }
    return searchPath.list(location, true, problems::add).stream()
        .filter(file -> file.endsWith(".sql"))
        .toList();
  }

  /** The files that match in the first folder of the search path where there are any. */
  private List<String> matching(String glob) throws IOException {
    String plain = glob.replaceFirst("^(\\./+)+", "");
    // In Java's globs "**/" matches at least one folder, everywhere else none as well.
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + plain.replace("**/", "{**/,}"));
    int sign = 0;
    while (GLOB_SIGNS.indexOf(plain.charAt(sign)) < 0) {
      sign++;
    }
    Path root = Path.of(plain.substring(0, plain.lastIndexOf('/', sign) + 1));
    for (Path folder : searchPath.folders()) {
      List<String> files = matching(matcher, folder.resolve(root), root);
      if (!files.isEmpty()) {
        return files;
      }
    }
    return List.of();
  }

  /**
   * @param start the folder to look in
   * @param name how the user names it
   */
  private List<String> matching(PathMatcher matcher, Path start, Path name) throws IOException {
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    Path absolute = start.toAbsolutePath().normalize();
    UnaryOperator<Path> asNamed =
        file -> name.resolve(absolute.relativize(file.toAbsolutePath().normalize()));
    Consumer<ReadProblem> ofMatches =
        problem -> {
          if (matcher.matches(asNamed.apply(Path.of(problem.span().file().path())))) {
            problems.add(problem);
          }
        };
    return FolderFiles.below(start, true, ofMatches).stream()
        .map(asNamed)
        .filter(matcher::matches)
        .map(SearchPath::slashes)
        .toList();
  }
}
