package dev.dbops.migrate.lint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of files that are new or altered, as {@code git diff --unified=0} tells them.
 *
 * @see <a href="https://git-scm.com/docs/diff-format">git's diff format</a>
 */
final class ChangedLines {
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);
  private static final Pattern QUOTED_PART =
      Pattern.compile("\\\\([0-3][0-7]{2})|\\\\(.)|[^\"\\\\]+");
  private static final String NEW_FILE = "+++ ";

  /** Lines from 1, both inclusive. */
  private record Range(int first, int last) {}

  private final Map<String, List<Range>> files = new HashMap<>();

  private ChangedLines() {}

  /**
   * Reads a diff.
   *
   * @param diff with {@code a/} and {@code b/} in front of the names
   */
  static ChangedLines of(String diff) {
    ChangedLines changed = new ChangedLines();
    List<Range> current = new ArrayList<>();
    int content = 0;
    // A carriage return by itself ends no line for git.
    for (String line : diff.split("\n", -1)) {
      Matcher hunk = HUNK.matcher(line);
      if (content > 0 && !line.startsWith("\\")) {
        content--;
      } else if (line.startsWith(NEW_FILE)) {
        String name = name(line.substring(NEW_FILE.length()));
        current = changed.files.computeIfAbsent(name, each -> new ArrayList<>());
      } else if (hunk.matches()) {
        int first = Integer.parseInt(hunk.group(2));
        int count = count(hunk.group(3));
        // A hunk without new lines is a deletion: what stands around it changed.
        current.add(new Range(first, first + Math.max(count, 1) - 1));
        content = count(hunk.group(1)) + count;
      }
    }
    return changed;
  }

  private static int count(String written) {
    return written == null ? 1 : Integer.parseInt(written);
  }

  /** Whether one of the lines changed, both inclusive. */
  boolean touches(String file, int first, int last) {
    return files.getOrDefault(file, List.of()).stream()
        .anyMatch(lines -> lines.first() <= last && first <= lines.last());
  }

  /** The name without its {@code b/}; empty for a file that is gone. */
  private static String name(String written) {
    // git ends a name that has spaces in it with a tab.
    String name = written.startsWith("\"") ? unquoted(written) : written.split("\t", 2)[0];
    return name.startsWith("b/") ? name.substring(2) : "";
  }

  /** git writes names with odd characters as C does. */
  private static String unquoted(String written) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    Matcher part = QUOTED_PART.matcher(written.substring(1));
    while (part.lookingAt()) {
      String octal = part.group(1);
      String escape = part.group(2);
      if (octal != null) {
        name.write(Integer.parseInt(octal, 8));
      } else if (escape != null) {
        name.write(escaped(escape.charAt(0)));
      } else {
        name.writeBytes(part.group().getBytes(StandardCharsets.UTF_8));
      }
      part.region(part.end(), part.regionEnd());
    }
    return name.toString(StandardCharsets.UTF_8);
  }

  private static char escaped(char letter) {
    return switch (letter) {
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      default -> letter;
    };
  }
}
