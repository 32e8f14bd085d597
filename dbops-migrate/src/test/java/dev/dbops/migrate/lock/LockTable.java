package dev.dbops.migrate.lock;

import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that each run against the same schema. A file has several such parts:
 *
 * <pre>
 * -- given 12-18         (the versions are optional)
 * CREATE TABLE …;        (what is there before)
 * -- rows 14-18          (the versions are optional; several such parts may follow a given)
 * ALTER TABLE …;         (each is rolled back)
 * </pre>
 */
record LockTable(String given, int oldest, int newest, List<String> rows) {
  private static final Pattern PART = Pattern.compile("(?m)^-- (given|rows)(?: (\\d+)-(\\d+))?$");

  boolean isFor(int version) {
    return oldest <= version && version <= newest;
  }

  static List<LockTable> read(String resource) {
    String text = Script.read(resource);
    List<LockTable> tables = new ArrayList<>();
    Matcher part = PART.matcher(text);
    String given = "";
    boolean more = part.find();
    while (more) {
      String kind = part.group(1);
      int oldest = part.group(2) == null ? 10 : Integer.parseInt(part.group(2));
      int newest = part.group(3) == null ? 18 : Integer.parseInt(part.group(3));
      int from = part.end();
      more = part.find();
      String body = text.substring(from, more ? part.start() : text.length());
      if (kind.equals("given")) {
        given = body;
      } else {
        tables.add(new LockTable(given, oldest, newest, statements(body)));
      }
    }
    return tables;
  }

  private static List<String> statements(String sql) {
    List<String> statements = new ArrayList<>();
    for (Statement statement : Script.of(sql).statements()) {
      statements.add(statement.span().of(sql).strip());
    }
    return statements;
  }
}
