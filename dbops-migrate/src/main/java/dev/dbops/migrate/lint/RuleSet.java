package dev.dbops.migrate.lint;

import dev.dbops.migrate.error.CloseMatch;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The rules in force: those of dbops and those that users add. Immutable. */
public record RuleSet(List<Rule> rules) {
  /**
   * @throws DbopsException if two rules share an id or alias
   */
  public RuleSet {
    rules = List.copyOf(rules);
    Map<String, Rule> seen = new HashMap<>();
    for (Rule rule : rules) {
      names(rule.info())
          .forEach(
              name -> {
                Rule first = seen.putIfAbsent(name, rule);
                if (first != null) {
                  throw taken(name, rule, first);
                }
              });
    }
  }

  private static DbopsException taken(String name, Rule rule, Rule first) {
    return new DbopsException(
        "The rule "
            + rule.getClass().getName()
            + " is called "
            + name
            + ", as "
            + first.getClass().getName()
            + " is",
        "give it an id of its own");
  }

  private static Stream<String> names(RuleInfo info) {
    return Stream.concat(Stream.of(info.id()), info.aliases().stream());
  }

  /** The rules of dbops alone. */
  public static RuleSet builtIn() {
    return new RuleSet(BuiltInRules.all());
  }

  /**
   * The rules of dbops and those that a class loader offers as services.
   *
   * @throws DbopsException if one of them cannot be loaded, does not say what it is about, or has
   *     an id that is taken
   */
  public static RuleSet discovered(ClassLoader classLoader) {
    List<Rule> rules = new ArrayList<>(BuiltInRules.all());
    try {
      Iterator<Rule> services = ServiceLoader.load(Rule.class, classLoader).iterator();
      while (services.hasNext()) {
        rules.add(describing(services.next()));
      }
    } catch (ServiceConfigurationError broken) {
      throw new DbopsException(
          "A rule of yours cannot be loaded: " + withCause(broken),
          "mend it, or take it out of META-INF/services/" + Rule.class.getName(),
          broken);
    }
    return new RuleSet(rules);
  }

  private static Rule describing(Rule rule) {
    try {
      rule.info();
      return rule;
    } catch (RuntimeException | LinkageError broken) {
      throw new DbopsException(
          "The rule "
              + rule.getClass().getName()
              + " does not say what it is about: "
              + withCause(broken),
          "mend its info()",
          broken);
    }
  }

  private static String withCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure ? failure.toString() : failure.getMessage() + ": " + root.getMessage();
  }

  public boolean knows(String idOrAlias) {
    return names().contains(idOrAlias);
  }

  private List<String> names() {
    return rules.stream().map(Rule::info).flatMap(RuleSet::names).toList();
  }

  /** What to do about the name of a rule that there is not. */
  public String remedyFor(String unknown) {
    return CloseMatch.question(unknown, names())
        + "look the rule's id up in the report or in docs/rules";
  }
}
