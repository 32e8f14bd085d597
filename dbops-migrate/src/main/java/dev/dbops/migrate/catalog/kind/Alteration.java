package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Collects the statements that turn one fact into another, attribute by attribute. An attribute
 * that differs and for which no statement is given means that there is none: the thing has to be
 * made again.
 */
final class Alteration {
  private final Fact to;
  private final Set<String> differing;
  private final List<String> statements = new ArrayList<>();

  private Alteration(Fact to, Set<String> differing) {
    this.to = to;
    this.differing = differing;
  }

  static Alteration of(Fact from, Fact to) {
    Set<String> names = new TreeSet<>(from.content().keySet());
    names.addAll(to.content().keySet());
    names.removeIf(name -> from.attribute(name).equals(to.attribute(name)));
    if (!from.members().equals(to.members())) {
      names.add("members");
    }
    return new Alteration(to, names);
  }

  /** Members that are things of their own are changed as such. */
  Alteration withoutMembers() {
    differing.remove("members");
    return this;
  }

  /** If the attribute differs, the statement that gives it its new value; empty is the default. */
  Alteration when(String attribute, Function<Optional<String>, String> statement) {
    if (differing.remove(attribute)) {
      statements.add(statement.apply(to.attribute(attribute)));
    }
    return this;
  }

  /** If one of the attributes differs, the statements that give all of them their new values. */
  Alteration whenAny(Set<String> attributes, List<String> change) {
    Set<String> found = new HashSet<>(differing);
    found.retainAll(attributes);
    if (!found.isEmpty()) {
      differing.removeAll(attributes);
      statements.addAll(change);
    }
    return this;
  }

  /** If the attribute differs, several statements that give it its new value. */
  Alteration whenAll(String attribute, Function<Optional<String>, List<String>> change) {
    if (differing.remove(attribute)) {
      statements.addAll(change.apply(to.attribute(attribute)));
    }
    return this;
  }

  /** A statement that has to stand between others. */
  void also(String statement) {
    statements.add(statement);
  }

  /** Whether an attribute differs that nothing was said about yet. */
  boolean differs(String attribute) {
    return differing.contains(attribute);
  }

  /** Each attribute that differs and has such a name: the statement that gives it its new value. */
  Alteration whenMatches(Predicate<String> name, Function<String, String> statement) {
    for (String attribute : List.copyOf(differing)) {
      if (name.test(attribute)) {
        differing.remove(attribute);
        add(statement.apply(attribute));
      }
    }
    return this;
  }

  /** If any attribute with such a name differs, the statement that gives all their new values. */
  Alteration whenAnyMatches(Predicate<String> name, String statement) {
    if (differing.removeIf(name)) {
      statements.add(statement);
    }
    return this;
  }

  private void add(String statement) {
    if (!statement.isEmpty()) {
      statements.add(statement);
    }
  }

  /** Empty if something differs that no statement changes. */
  Optional<List<String>> statements() {
    return differing.isEmpty() ? Optional.of(List.copyOf(statements)) : Optional.empty();
  }
}
