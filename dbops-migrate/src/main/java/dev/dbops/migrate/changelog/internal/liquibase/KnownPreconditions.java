package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;

/**
 * What can be said of preconditions without running them: that a changeset is for other databases,
 * or that one before it has been executed.
 */
final class KnownPreconditions {
  private static final Set<String> ATTRIBUTES =
      Set.of("onfail", "onerror", "onupdatesql", "onsqloutput", "onfailmessage", "onerrormessage");

  private final Database database;
  private final Predicate<ParsedNode> executed;

  /**
   * Preconditions on a database.
   *
   * @param executed whether what a {@code changeSetExecuted} names has surely been executed
   */
  KnownPreconditions(Database database, Predicate<ParsedNode> executed) {
    this.database = database;
    this.executed = executed;
  }

  /** Whether preconditions keep a changeset from ever running. */
  boolean excludes(ParsedNode preConditions) throws ParsedNodeException {
    String onFail = preConditions.getChildValue(null, "onFail", "HALT");
    return !onFail.equalsIgnoreCase("WARN")
        && holds(preConditions).filter(holds -> !holds).isPresent();
  }

  /** Whether a condition holds; empty if that depends on more than is known. */
  private Optional<Boolean> holds(ParsedNode node) {
    return switch (node.getName().toLowerCase(Locale.ROOT)) {
      case "preconditions", "and" -> all(node, this::holds);
      case "or" -> negated(all(node, child -> negated(holds(child))));
      case "not" -> all(node, child -> negated(holds(child)));
      case "dbms" -> dbms(node);
      case "changesetexecuted" -> executed.test(node) ? Optional.of(true) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> all(
      ParsedNode node, Function<ParsedNode, Optional<Boolean>> condition) {
    Optional<Boolean> all = Optional.of(true);
    for (ParsedNode child : node.getChildren()) {
      if (!ATTRIBUTES.contains(child.getName().toLowerCase(Locale.ROOT))) {
        Optional<Boolean> one = condition.apply(child);
        if (one.filter(holds -> !holds).isPresent()) {
          return one;
        }
        all = one.isPresent() ? all : one;
      }
    }
    return all;
  }

  private static Optional<Boolean> negated(Optional<Boolean> condition) {
    return condition.map(holds -> !holds);
  }

  private Optional<Boolean> dbms(ParsedNode node) {
    try {
      return Optional.ofNullable(node.getChildValue(null, "type", String.class))
          .map(type -> DatabaseList.definitionMatches(type, database, false));
    } catch (ParsedNodeException e) {
      return Optional.empty();
    }
  }
}
