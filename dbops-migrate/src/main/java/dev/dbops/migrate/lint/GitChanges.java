package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed in the git working tree of a changelog since it parted from a commit: lines that
 * were added or altered, and files that git does not track. Needs the {@code git} command.
 */
public final class GitChanges {
  private static final String CLASS_PATH = "classpath:";

  private final Path root;
  private final Set<String> tracked;
  private final ChangedLines lines;
  private final Map<String, String> names = new HashMap<>();

  private GitChanges(Path root, Set<String> tracked, ChangedLines lines) {
    this.root = root;
    this.tracked = tracked;
    this.lines = lines;
  }

  /**
   * Selects the changesets of which a line changed, here or in an SQL file that they run.
   *
   * @param ref a commit, branch or tag; what the branch that is checked out has that this has not
   * @throws DbopsException if a file of the changelog lies in no working tree or in another than
   *     the rest, the ref is unknown, the history does not go back far enough, or git is missing
   */
  public static Selection since(String ref, Changelog changelog) {
    if (ref.isBlank() || ref.startsWith("-")) {
      throw new DbopsException("\"" + ref + "\" is not a git ref", "name a commit, branch or tag");
    }
    List<Path> files =
        changelog.changeSets().stream()
            .flatMap(GitChanges::spans)
            .map(span -> span.file().path())
            .distinct()
            .filter(path -> !path.startsWith(CLASS_PATH))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    if (files.isEmpty()) {
      throw new DbopsException(
          "git cannot tell what changed: no file of the changelog is on disk",
          "add the folder of the sources to the search path");
    }
    Path first = real(files.get(0));
    Path root =
        real(
            Path.of(
                git(
                        first.resolveSibling("."),
                        output ->
                            new DbopsException(
                                "The changelog is not in a git working tree: " + firstLine(output),
                                "select changesets by a baseline or a database"),
                        "rev-parse",
                        "--show-toplevel")
                    .strip()));
    files.stream()
        .map(GitChanges::real)
        .filter(file -> !file.startsWith(root))
        .findFirst()
        .ifPresent(
            stray -> {
              throw new DbopsException(
                  stray + " is not in the git working tree " + root + ", as " + first + " is",
                  "select changesets by a baseline or a database");
            });
    GitChanges changes = of(ref, root);
    return new Selection("changed since " + ref, changes::touches);
  }

  private static GitChanges of(String ref, Path root) {
    git(
        root,
        output ->
            new DbopsException(
                "git knows no commit " + ref,
                "name a ref that exists; in a build, fetch it first (a shallow clone has one branch"
                    + " only)"),
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        ref + "^{commit}");
    String parted =
        git(
                root,
                output ->
                    new DbopsException(
                        "git cannot tell where " + ref + " and HEAD parted",
                        "fetch the whole history (git fetch --unshallow, or fetch-depth: 0)"),
                "merge-base",
                ref,
                "HEAD")
            .strip();
    Set<String> tracked =
        Stream.of(git(root, GitChanges::silent, "ls-files", "-z").split("\0"))
            .collect(Collectors.toSet());
    String diff =
        git(
            root,
            GitChanges::silent,
            "-c",
            "core.quotePath=false",
            "diff",
            "--unified=0",
            "--text",
            "--no-textconv",
            "--no-color",
            "--no-ext-diff",
            "--no-renames",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            parted,
            "--");
    return new GitChanges(root, tracked, ChangedLines.of(diff));
  }

  private static Stream<SourceSpan> spans(ChangeSet changeSet) {
    return Stream.concat(
        Stream.of(changeSet.span()), changeSet.changes().stream().map(Change::span));
  }

  private boolean touches(ChangeSet changeSet) {
    return spans(changeSet).anyMatch(this::touches);
  }

  /** A file that cannot be found again counts as changed, one in a jar does not. */
  private boolean touches(SourceSpan span) {
    String path = span.file().path();
    if (path.startsWith(CLASS_PATH)) {
      return false;
    }
    String name = names.computeIfAbsent(path, this::nameInTree);
    return !tracked.contains(name) || lines.touches(name, span.from().line(), span.to().line());
  }

  /** The name of a file from the root of the working tree on. */
  private String nameInTree(String path) {
    Path file = Path.of(path);
    return Files.exists(file) ? root.relativize(real(file)).toString().replace('\\', '/') : path;
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException gone) {
      throw new DbopsException(
          file + " cannot be found any more: " + gone.getMessage(), "run it again", gone);
    }
  }

  private static String git(
      Path directory, Function<String, DbopsException> refused, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw refused.apply(output);
      }
      return output;
    } catch (IOException missing) {
      throw new DbopsException(
          "The git command cannot be run: " + missing.getMessage(),
          "install git, or select changesets by a baseline or a database",
          missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DbopsException("Interrupted while waiting for git", "run it again", interrupted);
    }
  }

  private static DbopsException silent(String output) {
    return new DbopsException(
        "git cannot tell what changed: " + firstLine(output), "run git status to see why");
  }

  private static String firstLine(String output) {
    return output.lines().findFirst().orElse("no reason given");
  }
}
