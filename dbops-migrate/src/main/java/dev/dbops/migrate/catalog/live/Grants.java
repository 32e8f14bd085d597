package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.GrantKind;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Access control lists as facts: one for each role that may do other things than by default.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class Grants {
  private static final Map<Character, String> PRIVILEGES =
      Map.ofEntries(
          Map.entry('r', "SELECT"),
          Map.entry('a', "INSERT"),
          Map.entry('w', "UPDATE"),
          Map.entry('d', "DELETE"),
          Map.entry('D', "TRUNCATE"),
          Map.entry('x', "REFERENCES"),
          Map.entry('t', "TRIGGER"),
          Map.entry('m', "MAINTAIN"),
          Map.entry('X', "EXECUTE"),
          Map.entry('U', "USAGE"),
          Map.entry('C', "CREATE"),
          Map.entry('c', "CONNECT"),
          Map.entry('T', "TEMPORARY"),
          Map.entry('s', "SET"),
          Map.entry('A', "ALTER SYSTEM"));

  private Grants() {}

  /**
   * Adds the facts of a list. What was granted by somebody other than the owner cannot be without
   * what that one may do.
   *
   * @param object what may be used
   * @param owner its owner, who grants where nothing else is said
   * @param usualOwner its owner when the defaults were said
   * @param items the list, as the server writes its items
   * @param defaults the list of an object for which nobody said anything
   */
  static void add(
      FactKey object,
      String owner,
      String usualOwner,
      List<String> items,
      List<String> defaults,
      Facts facts) {
    Map<String, SortedMap<String, String>> granted = byGrantee(items, owner);
    Map<String, SortedMap<String, String>> usual = byGrantee(defaults, usualOwner);
    SortedMap<String, String> ofOwner = usual.remove(usualOwner);
    if (ofOwner != null) {
      usual.put(owner, ofOwner);
    }
    Set<String> grantees = new TreeSet<>(granted.keySet());
    grantees.addAll(usual.keySet());
    for (String grantee : grantees) {
      SortedMap<String, String> privileges = granted.getOrDefault(grantee, new TreeMap<>());
      SortedMap<String, String> byDefault = usual.getOrDefault(grantee, new TreeMap<>());
      if (!privileges.equals(byDefault)) {
        FactKey key = object.about(GrantKind.NAME, grantee);
        for (String name : privileges.keySet()) {
          int by = name.indexOf(GrantKind.BY);
          if (by > 0) {
            String grantor = name.substring(by + GrantKind.BY.length());
            facts.addDependency(key, object.about(GrantKind.NAME, grantor));
          }
        }
        if (!byDefault.isEmpty()) {
          privileges.put(GrantKind.DEFAULT, String.join(", ", byDefault.keySet()));
        }
        facts.add(Fact.of(key, privileges));
      }
    }
  }

  private static Map<String, SortedMap<String, String>> byGrantee(
      List<String> items, String owner) {
    Map<String, SortedMap<String, String>> privileges = new TreeMap<>();
    for (String item : items) {
      int equals = endOfRole(item, 0);
      int slash = item.indexOf('/', equals);
      String grantee = equals == 0 ? GrantKind.PUBLIC : role(item.substring(0, equals));
      String grantor = role(item.substring(slash + 1));
      String by = grantor.equals(owner) ? "" : GrantKind.BY + grantor;
      SortedMap<String, String> of = privileges.computeIfAbsent(grantee, role -> new TreeMap<>());
      for (int i = equals + 1; i < slash; i++) {
        if (item.charAt(i) != '*') {
          boolean grantable = item.charAt(i + 1) == '*';
          String name = PRIVILEGES.getOrDefault(item.charAt(i), String.valueOf(item.charAt(i)));
          of.put(name + by, grantable ? GrantKind.GRANTABLE : GrantKind.GRANTED);
        }
      }
    }
    return privileges;
  }

  private static int endOfRole(String item, int start) {
    boolean quoted = false;
    for (int i = start; i < item.length(); i++) {
      char c = item.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '=' && !quoted) {
        return i;
      }
    }
    throw new IllegalArgumentException("no privileges in " + item);
  }

  private static String role(String text) {
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }
}
