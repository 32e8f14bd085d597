package dev.dbops.migrate.catalog;

import java.util.List;

/** What becomes of lists of names when a column gets another name. */
final class Renaming {
  private Renaming() {}

  static List<String> in(List<String> names, String from, String to) {
    return names.stream().map(name -> name.equals(from) ? to : name).toList();
  }
}
