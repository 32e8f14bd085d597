package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Rule;
import java.util.List;

/** The rules of dbops, in the order of their ids. */
public final class BuiltInRules {
  private BuiltInRules() {}

  public static List<Rule> all() {
    return List.of(new CreateIndexBlocksWrites());
  }
}
