package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The value of a setting that is a list of names, such as {@code "$user", public}. */
final class SettingList {
  private SettingList() {}

  /** The names as SET takes them, such as {@code '$user', 'public'}. */
  static String literals(String value) {
    return names(value).stream().map(SqlIdentifier::quoteLiteral).collect(Collectors.joining(", "));
  }

  private static List<String> names(String value) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' && quoted && value.startsWith("\"\"", i) && !value.equals("\"\"")) {
        name.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        names.add(name.toString());
        name.setLength(0);
      } else if (quoted || c != ' ') {
        name.append(c);
      }
    }
    names.add(name.toString());
    return names;
  }
}
