package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a role may do with a thing, where that is not what it may do by default. */
public final class GrantKind implements SatelliteKind {
  public static final String NAME = "grant";

  /** What the role may do when nothing is said, where that is anything. */
  public static final String DEFAULT = Fact.SQL + "default";

  /** The role that is everyone; no role can have this name. */
  public static final String PUBLIC = "public";

  /** The value of a privilege. */
  public static final String GRANTED = "granted";

  /** The value of a privilege that the role may grant further. */
  public static final String GRANTABLE = "with grant option";

  /** Stands between a privilege and the role that granted it, where that is not the owner. */
  public static final String BY = " by ";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int ownParts() {
    return 1;
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return changes(usual(fact), fact);
  }

  /** Back to what the role may do when nothing is said. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return changes(fact, usual(fact));
  }

  /** Privileges that stay are not taken away in between. */
  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(changes(from, to));
  }

  /** The server keeps what a role has granted further until that is revoked. */
  @Override
  public boolean dependentsForbid(Fact from, Fact to) {
    return from.content().entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().equals(GRANTABLE)
                    && !to.attribute(each.getKey()).equals(Optional.of(GRANTABLE)));
  }

  /** What the role may do when nothing is said. */
  private static Fact usual(Fact fact) {
    return Fact.of(
        fact.key(),
        fact.attribute(DEFAULT)
            .map(
                list ->
                    Stream.of(list.split(", "))
                        .collect(Collectors.toMap(Function.identity(), any -> GRANTED)))
            .orElse(Map.of()));
  }

  private List<String> changes(Fact from, Fact to) {
    CatalogKind kind = subjectKind(to.key());
    FactKey subject = subject(to.key());
    return new PrivilegeChanges(
            kind.grantPrefix(subject),
            kind.grantReference(subject),
            PrivilegeChanges.role(to.key().simpleName()),
            name -> kind.privilege(name, subject),
            kind::executable)
        .between(from, to);
  }
}
