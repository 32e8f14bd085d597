package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed in the files of a git working tree since a commit: lines that were added or altered,
 * and new files. Needs the {@code git} command.
 */
public final class GitChanges {
  private static final Pattern HUNK =
      Pattern.compile("^@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*");

  /** Lines from 1, both inclusive. */
  private record Lines(int first, int last) {}

  private final String ref;
  private final Map<Path, List<Lines>> changed;

  private GitChanges(String ref, Map<Path, List<Lines>> changed) {
    this.ref = ref;
    this.changed = changed;
  }

  /**
   * Asks git.
   *
   * @param ref a commit, branch or tag
   * @param directory any folder of the working tree
   * @throws DbopsException if it is no working tree, the ref is unknown or git is missing
   */
  public static GitChanges since(String ref, Path directory) {
    if (ref.startsWith("-")) {
      throw new DbopsException("\"" + ref + "\" is not a git ref", "name a commit, branch or tag");
    }
    Path root = Path.of(git(directory, "rev-parse", "--show-toplevel").strip());
    Map<Path, List<Lines>> changed = new HashMap<>();
    String diff =
        git(
            root,
            "-c",
            "core.quotePath=false",
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-renames",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            ref,
            "--");
    List<Lines> current = new ArrayList<>();
    for (String line : diff.lines().toList()) {
      if (line.startsWith("+++ b/")) {
        // git ends a name that has spaces in it with a tab.
        String path = line.substring("+++ b/".length()).split("\t", 2)[0];
        current = changed.computeIfAbsent(root.resolve(path), each -> new ArrayList<>());
      }
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        int first = Integer.parseInt(hunk.group(1));
        int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        // A hunk without new lines is a deletion: what stands around it changed.
        current.add(new Lines(first, first + Math.max(count, 1) - 1));
      }
    }
    String untracked =
        git(root, "-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard");
    untracked
        .lines()
        .forEach(path -> changed.put(root.resolve(path), List.of(new Lines(1, Integer.MAX_VALUE))));
    return new GitChanges(ref, changed);
  }

  /** The changesets of which a line changed, here or in an SQL file that they run. */
  public Selection selection() {
    return new Selection("changed since " + ref, this::touches);
  }

  private boolean touches(ChangeSet changeSet) {
    return touches(changeSet.span())
        || changeSet.changes().stream().map(Change::span).anyMatch(this::touches);
  }

  private boolean touches(SourceSpan span) {
    Path path = Path.of(span.file().path()).normalize();
    int first = span.from().line();
    int last = span.to().line();
    return changed.entrySet().stream()
        .filter(each -> each.getKey().endsWith(path) || each.getKey().equals(path.toAbsolutePath()))
        .flatMap(each -> each.getValue().stream())
        .anyMatch(lines -> lines.first() <= last && first <= lines.last());
  }

  private static String git(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new DbopsException(
            "git cannot tell what changed: " + output.lines().findFirst().orElse("no reason given"),
            "name a ref that exists, in a git working tree");
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
}
