package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.internal.MappedText;

/**
 * The text of a scalar in YAML or JSON. White space is left as it stands in the file: whoever looks
 * for SQL in it does not mind, and the rules of folding can be left to the parser.
 */
final class YamlText {
  private YamlText() {}

  static MappedText of(SourceFile file, SourceSpan scalar) {
    String text = file.text();
    MappedText.Builder content = MappedText.builder(file);
    int start = scalar.start();
    int end = scalar.end();
    char first = start < end ? text.charAt(start) : ' ';
    if (first == '"') {
      appendDoubleQuoted(content, text, start + 1, end - 1);
    } else if (first == '\'') {
      appendSingleQuoted(content, text, start + 1, end - 1);
    } else if (first == '|' || first == '>') {
      int line = text.indexOf('\n', start);
      content.append(line < 0 ? end : Math.min(line, end), end);
    } else {
      content.append(start, end);
    }
    return content.build();
  }

  private static void appendSingleQuoted(
      MappedText.Builder content, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      content.append(text.charAt(i), i);
      if (text.startsWith("''", i)) {
        i++;
      }
    }
  }

  private static void appendDoubleQuoted(
      MappedText.Builder content, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        content.append(c, i);
        continue;
      }
      char escaped = text.charAt(i + 1);
      int digits = escaped == 'u' ? 4 : escaped == 'x' ? 2 : escaped == 'U' ? 8 : 0;
      if (digits > 0 && i + 2 + digits <= end) {
        int code = Integer.parseInt(text.substring(i + 2, i + 2 + digits), 16);
        for (char character : Character.toChars(code)) {
          content.append(character, i);
        }
      } else {
        content.append(unescaped(escaped), i);
      }
      i += 1 + digits;
    }
  }

  private static char unescaped(char escaped) {
    return switch (escaped) {
      case 'n', '\n', '\r' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '0' -> '\0';
      default -> escaped;
    };
  }
}
