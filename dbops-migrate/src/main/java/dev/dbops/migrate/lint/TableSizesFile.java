package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads table sizes from a file: properties such as {@code public.orders = 412000000 rows, 96 GB},
 * or JSON such as {@code {"public.orders": {"rows": 412000000, "bytes": 103079215104}}}. Names are
 * written as in SQL; without a schema, {@code public} is meant. {@code ? rows} are not known.
 */
public final class TableSizesFile {
  private static final Pattern SIZE =
      Pattern.compile("\\s*(\\d+|\\?)(?:\\s*rows)?\\s*,\\s*([\\d.]+)\\s*([kKMGT]?)i?[bB]?\\s*");
  private static final String HOW =
      "write it as public.orders = 412000000 rows, 96 GB, or as JSON with rows and bytes";

  private TableSizesFile() {}

  /**
   * Reads the sizes.
   *
   * @throws DbopsException if the file cannot be read or does not hold sizes
   */
  public static TableSizes read(Path file) {
    try {
      String text = Files.readString(file);
      Map<ObjectName, TableSize> sizes =
          file.toString().endsWith(".properties") ? lines(file, text) : json(file, text);
      return table -> Optional.ofNullable(sizes.get(table));
    } catch (IOException unreadable) {
      throw new DbopsException(
          "The table sizes in " + file + " cannot be read: " + unreadable.getMessage(),
          "name a file that exists",
          unreadable);
    }
  }

  /** A line for each table; the name may hold blanks, colons and equals signs in its quotes. */
  private static Map<ObjectName, TableSize> lines(Path file, String text) {
    Map<ObjectName, TableSize> sizes = new HashMap<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.lastIndexOf('=');
      Matcher size = SIZE.matcher(line.substring(equals + 1));
      if (equals < 1 || !size.matches()) {
        throw new DbopsException(
            "%s:%d is not the size of a table: %s".formatted(file, number, line), HOW);
      }
      if (!size.group(1).equals("?")) {
        double bytes = Double.parseDouble(size.group(2)) * unit(size.group(3));
        sizes.put(
            name(line.substring(0, equals)),
            new TableSize(Long.parseLong(size.group(1)), (long) bytes));
      }
    }
    return sizes;
  }

  private static double unit(String prefix) {
    return switch (prefix.toUpperCase(Locale.ROOT)) {
      case "K" -> 1L << 10;
      case "M" -> 1L << 20;
      case "G" -> 1L << 30;
      case "T" -> 1L << 40;
      default -> 1;
    };
  }

  private static Map<ObjectName, TableSize> json(Path file, String text) {
    Map<ObjectName, TableSize> sizes = new HashMap<>();
    Object json;
    try {
      json = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException broken) {
      throw new DbopsException("The table sizes in " + file + " are not JSON", HOW, broken);
    }
    if (!(json instanceof Map<?, ?> tables)) {
      throw new DbopsException("The table sizes in " + file + " are not a map of tables", HOW);
    }
    tables.forEach(
        (table, size) -> {
          if (size instanceof Map<?, ?> values
              && values.get("rows") instanceof Number rows
              && values.get("bytes") instanceof Number bytes) {
            sizes.put(
                name(String.valueOf(table)), new TableSize(rows.longValue(), bytes.longValue()));
          } else {
            throw new DbopsException(
                "The size of " + table + " in " + file + " is not a size", HOW);
          }
        });
    return sizes;
  }

  private static ObjectName name(String written) {
    Tokens tokens = Lexer.lex(written);
    if (tokens.size() == 3) {
      return new ObjectName(SqlIdentifier.fold(tokens.text(0)), SqlIdentifier.fold(tokens.text(2)));
    }
    return new ObjectName("public", SqlIdentifier.fold(written.strip()));
  }
}
