package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The statements that turn what a role may do into something else. What stays is never taken away
 * in between.
 *
 * @param prefix what stands before GRANT and REVOKE
 * @param object as GRANT names it after ON
 * @param grantee as GRANT names the role
 * @param privilege how GRANT names a privilege to this object
 * @param executable a statement about this object as it can be run
 */
record PrivilegeChanges(
    String prefix,
    String object,
    String grantee,
    UnaryOperator<String> privilege,
    UnaryOperator<String> executable) {

  /** As GRANT names a role. */
  static String role(String name) {
    return name.equals(GrantKind.PUBLIC) ? "PUBLIC" : SqlIdentifier.quote(name);
  }

  List<String> between(Fact from, Fact to) {
    Map<Step, List<String>> privileges = new TreeMap<>();
    Set<String> names = new TreeSet<>(from.content().keySet());
    names.addAll(to.content().keySet());
    for (String name : names) {
      String[] parts = name.split(GrantKind.BY, 2);
      Action.between(from.attribute(name), to.attribute(name))
          .map(action -> new Step(parts.length > 1 ? parts[1] : "", action))
          .ifPresent(
              step ->
                  privileges
                      .computeIfAbsent(step, any -> new ArrayList<>())
                      .add(privilege.apply(parts[0])));
    }
    List<String> statements = new ArrayList<>();
    privileges.forEach(
        (step, list) ->
            statements.addAll(
                step.by(
                    executable.apply(
                        prefix
                            + step.action.pattern.formatted(
                                String.join(", ", list), object, grantee)))));
    return statements;
  }

  /**
   * What is done to privileges.
   *
   * @param grantor the role that does it; empty if that is the owner
   */
  private record Step(String grantor, Action action) implements Comparable<Step> {
    private static final Comparator<Step> ORDER =
        Comparator.comparing(Step::grantor).thenComparing(Step::action);

    /** Only the grantor itself can grant and revoke in its name. */
    List<String> by(String statement) {
      return grantor.isEmpty()
          ? List.of(statement)
          : List.of("SET ROLE " + SqlIdentifier.quote(grantor), statement, "RESET ROLE");
    }

    @Override
    public int compareTo(Step other) {
      return ORDER.compare(this, other);
    }
  }

  private enum Action {
    REVOKE("REVOKE %s ON %s FROM %s"),
    REVOKE_OPTION("REVOKE GRANT OPTION FOR %s ON %s FROM %s"),
    GRANT("GRANT %s ON %s TO %s"),
    GRANT_WITH_OPTION("GRANT %s ON %s TO %s WITH GRANT OPTION");

    private final String pattern;

    Action(String pattern) {
      this.pattern = pattern;
    }

    static Optional<Action> between(Optional<String> from, Optional<String> to) {
      if (from.equals(to)) {
        return Optional.empty();
      }
      if (to.isEmpty()) {
        return Optional.of(REVOKE);
      }
      if (to.get().equals(GrantKind.GRANTABLE)) {
        return Optional.of(GRANT_WITH_OPTION);
      }
      return Optional.of(from.isPresent() ? REVOKE_OPTION : GRANT);
    }
  }
}
