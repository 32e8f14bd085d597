package dev.dbops.migrate.sql;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The scripts of the test resources, and what can be done to them. */
final class Scripts {
  private static final String SIGNS = "'\"$();:-/*\\\\\n [].aEeU&0_`{}\u00A0";

  private Scripts() {}

  static List<Path> files() throws IOException {
    Path directory = Path.of("src/test/resources/dev/dbops/migrate/sql/scripts");
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  static SqlText sql(String text) {
    return SqlText.verbatim(SourceFile.of("script.sql", text).whole());
  }

  static List<RawStatement> split(String text) {
    return Splitter.split(sql(text));
  }

  /** The text with one token or sign deleted, doubled, put in or exchanged with another. */
  static String mutate(String text, Random random) {
    Tokens tokens = Lexer.lex(text);
    if (tokens.isEmpty()) {
      return text;
    }
    int token = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    int start = tokens.start(token);
    int end = tokens.end(token);
    int offset = random.nextInt(text.length());
    String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
    return switch (random.nextInt(6)) {
      case 0 -> replace(text, start, end, "");
      case 1 -> replace(text, end, end, tokens.text(token));
      case 2 -> replace(text, start, end, tokens.text(other));
      case 3 -> replace(text, offset, offset, sign);
      case 4 -> replace(text, offset, offset + 1, "");
      default -> replace(text, offset, offset + 1, sign);
    };
  }

  private static String replace(String text, int start, int end, String by) {
    return text.substring(0, start) + by + text.substring(end);
  }
}
