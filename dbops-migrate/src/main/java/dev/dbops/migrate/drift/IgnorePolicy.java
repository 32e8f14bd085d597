package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.changelog.Bookkeeping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What does not count as drift. Things of extensions and temporary tables never do: they are not
 * even read. Immutable and thread-safe.
 */
public final class IgnorePolicy {
  /** What pg_partman calls a partition of a table: its name, {@code _p} and a date or a number. */
  private static final Pattern MADE_AT_RUN_TIME = Pattern.compile("_(p\\d[\\d_wq]*|default)");

  private static final Ignore OWN = Ignore.object("table", "*.dbops_*", "dbops' own");

  private final List<Ignore> given;
  private final boolean withDefaults;
  private final Bookkeeping bookkeeping;

  private IgnorePolicy(List<Ignore> given, boolean withDefaults, Bookkeeping bookkeeping) {
    this.given = List.copyOf(given);
    this.withDefaults = withDefaults;
    this.bookkeeping = bookkeeping;
  }

  /**
   * Passes over the tables of Liquibase, Flyway and dbops, and over partitions that no migration
   * makes and that are named as pg_partman names them.
   */
  public static IgnorePolicy defaults() {
    return new IgnorePolicy(List.of(), true, Bookkeeping.USUAL);
  }

  /** Passes over nothing. */
  public static IgnorePolicy none() {
    return new IgnorePolicy(List.of(), false, Bookkeeping.USUAL);
  }

  /** This policy and one thing more to pass over. */
  public IgnorePolicy with(Ignore ignore) {
    List<Ignore> more = new ArrayList<>(given);
    more.add(ignore);
    return new IgnorePolicy(more, withDefaults, bookkeeping);
  }

  /** The same where the runner's tables have other names. */
  IgnorePolicy passingOver(Bookkeeping tables) {
    return new IgnorePolicy(given, withDefaults, tables);
  }

  /**
   * Two schemas without what does not count.
   *
   * @param unused the rules of the user's that nothing matches
   */
  record Applied(CatalogSnapshot expected, CatalogSnapshot actual, List<Ignore> unused) {}

  Applied apply(CatalogSnapshot expected, CatalogSnapshot actual) {
    Set<Ignore> used = new LinkedHashSet<>();
    CatalogSnapshot wanted = without(expected, expected, used);
    CatalogSnapshot found = without(actual, expected, used);
    return new Applied(
        wanted, found, given.stream().filter(ignore -> !used.contains(ignore)).toList());
  }

  private CatalogSnapshot without(
      CatalogSnapshot snapshot, CatalogSnapshot expected, Set<Ignore> used) {
    Map<FactKey, Boolean> hidden = new HashMap<>();
    SortedMap<FactKey, Fact> facts = new TreeMap<>();
    for (Fact fact : snapshot.facts().values()) {
      if (!isHidden(fact.key(), snapshot, expected, hidden, used)) {
        facts.put(fact.key(), withoutAttributes(fact, snapshot, used));
      }
    }
    return new CatalogSnapshot(
        snapshot.majorVersion(), facts, snapshot.dependencies(), snapshot.unseen());
  }

  private boolean isHidden(
      FactKey key,
      CatalogSnapshot in,
      CatalogSnapshot expected,
      Map<FactKey, Boolean> hidden,
      Set<Ignore> used) {
    Boolean known = hidden.get(key);
    if (known != null) {
      return known;
    }
    Optional<FactKey> parent = FactKinds.named(key.kind()).parent(key, in);
    boolean result =
        hides(key, in, used)
            || (withDefaults && isMadeAtRunTime(key, in, expected))
            || (parent.isPresent() && isHidden(parent.get(), in, expected, hidden, used));
    hidden.put(key, result);
    return result;
  }

  private boolean hides(FactKey key, CatalogSnapshot in, Set<Ignore> used) {
    String owner = owner(key, in);
    boolean hides = withDefaults && (OWN.hides(key, owner) || isOfRunner(key));
    for (Ignore ignore : given) {
      if (ignore.hides(key, owner)) {
        used.add(ignore);
        hides = true;
      }
    }
    return hides;
  }

  /** A scratch database has tables of the usual names. */
  private boolean isOfRunner(FactKey key) {
    return key.kind().equals("table")
        && Stream.of(bookkeeping, Bookkeeping.USUAL)
            .flatMap(each -> each.tables().stream())
            .anyMatch(key.simpleName()::equalsIgnoreCase);
  }

  private Fact withoutAttributes(Fact fact, CatalogSnapshot in, Set<Ignore> used) {
    if (given.stream().allMatch(ignore -> ignore.attribute().isEmpty())) {
      return fact;
    }
    String owner = owner(fact.key(), in);
    SortedMap<String, String> attributes = new TreeMap<>(fact.attributes());
    for (Ignore ignore : given) {
      if (attributes.keySet().removeIf(name -> ignore.hides(fact.key(), owner, name))) {
        used.add(ignore);
      }
    }
    return new Fact(fact.key(), attributes, fact.members());
  }

  private static String owner(FactKey key, CatalogSnapshot in) {
    return in.fact(key.about("owner")).flatMap(fact -> fact.attribute("role")).orElse("");
  }

  /** A partition that a migration makes counts, whatever it is called. */
  private static boolean isMadeAtRunTime(
      FactKey key, CatalogSnapshot in, CatalogSnapshot expected) {
    if (!key.kind().equals("table") || expected.facts().containsKey(key)) {
      return false;
    }
    return in.in("partition", key.name()).stream()
        .flatMap(partition -> in.dependencies().getOrDefault(partition.key(), Set.of()).stream())
        .map(FactKey::simpleName)
        .anyMatch(
            parent ->
                key.simpleName().startsWith(parent)
                    && MADE_AT_RUN_TIME
                        .matcher(key.simpleName().substring(parent.length()))
                        .matches());
  }
}
