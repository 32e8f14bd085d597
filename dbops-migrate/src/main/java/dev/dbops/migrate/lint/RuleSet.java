package dev.dbops.migrate.lint;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The rules in force: those of dbops and those that users add. Immutable. */
public record RuleSet(List<Rule> rules) {
  /**
   * @throws IllegalArgumentException if two rules share an id or alias
   */
  public RuleSet {
    rules = List.copyOf(rules);
    Set<String> seen = new HashSet<>();
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      List<String> names = new ArrayList<>(info.aliases());
      names.add(info.id());
      for (String name : names) {
        if (!seen.add(name)) {
          throw new IllegalArgumentException("two rules are called " + name);
        }
      }
    }
  }

  /** The rules of dbops alone. */
  public static RuleSet builtIn() {
    return new RuleSet(BuiltInRules.all());
  }

  /** The rules of dbops and those that a class loader offers as services. */
  public static RuleSet discovered(ClassLoader classLoader) {
    List<Rule> rules = new ArrayList<>(BuiltInRules.all());
    ServiceLoader.load(Rule.class, classLoader).forEach(rules::add);
    return new RuleSet(rules);
  }

  public boolean knows(String idOrAlias) {
    return rules.stream()
        .map(Rule::info)
        .anyMatch(info -> info.id().equals(idOrAlias) || info.aliases().contains(idOrAlias));
  }
}
