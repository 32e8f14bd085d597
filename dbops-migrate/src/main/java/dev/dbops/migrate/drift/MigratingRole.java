package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.GrantKind;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The role that runs the migrations. It has a name of its own on every server, and owns what they
 * make there: a snapshot that knows of no server calls it {@value #NAME}.
 */
final class MigratingRole {
  static final String NAME = "dbops_migrations";

  private static final String OWNER = "owner";
  private static final String ROLE = "role";
  private static final String BY = " by ";

  private MigratingRole() {}

  /** What to expect where this role has the name that it has on the target. */
  static ExpectedSchema.Expectation on(DataSource target, ExpectedSchema.Expectation expected) {
    if (expected.snapshot().facts().values().stream().noneMatch(MigratingRole::owns)) {
      return expected;
    }
    Surroundings surroundings =
        Surroundings.of(target, RunHistory.read(target, expected.bookkeeping()).books());
    return expected.with(renamed(expected.snapshot(), NAME, surroundings.migratingRole()));
  }

  private static boolean owns(Fact fact) {
    return fact.key().kind().equals(OWNER) && fact.attribute(ROLE).filter(NAME::equals).isPresent();
  }

  /** The same schema, made by a role of another name. */
  static CatalogSnapshot renamed(CatalogSnapshot snapshot, String from, String to) {
    if (from.equals(to)) {
      return snapshot;
    }
    SortedMap<FactKey, Fact> facts = new TreeMap<>();
    for (Fact fact : snapshot.facts().values()) {
      Fact renamed =
          switch (fact.key().kind()) {
            case OWNER -> owner(fact, from, to);
            case GrantKind.NAME -> grant(fact, from, to);
            default -> fact;
          };
      facts.put(renamed.key(), renamed);
    }
    return new CatalogSnapshot(
        snapshot.majorVersion(), facts, snapshot.dependencies(), snapshot.unseen());
  }

  private static Fact owner(Fact fact, String from, String to) {
    SortedMap<String, String> attributes = new TreeMap<>(fact.attributes());
    attributes.replace(ROLE, from, to);
    return new Fact(fact.key(), attributes, fact.members());
  }

  private static Fact grant(Fact fact, String from, String to) {
    SortedMap<String, String> privileges = new TreeMap<>();
    fact.attributes()
        .forEach(
            (privilege, how) ->
                privileges.put(
                    privilege.endsWith(BY + from)
                        ? privilege.substring(0, privilege.length() - from.length()) + to
                        : privilege,
                    how));
    FactKey key = fact.key();
    return new Fact(
        key.simpleName().equals(from) ? key.sibling(to) : key, privileges, fact.members());
  }
}
