package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.observe.BuiltIndex;
import dev.dbops.migrate.observe.Observation;
import dev.dbops.migrate.observe.ObservedLock;
import dev.dbops.migrate.observe.RelationKind;
import dev.dbops.migrate.sql.Copy;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Truncate;
import dev.dbops.migrate.sql.Update;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what is predicted of a statement against what a server was seen to do.
 *
 * @param before the schema as the statement found it
 * @param heldBefore the locks that the transaction had already; the recorder does not repeat them
 */
public record LockTruth(Statement statement, SchemaState before, Set<ObservedLock> heldBefore) {

  /** The differences, in words; none if server and prediction agree. */
  public List<String> differences(List<LockEffect> predicted, Observation observed) {
    List<String> differences = new ArrayList<>(modeDifferences(predicted, observed));
    if (!touchesRowsOnly()) {
      differences.addAll(workDifferences(predicted, observed));
    }
    return differences;
  }

  private List<String> modeDifferences(List<LockEffect> predicted, Observation observed) {
    Map<String, LockMode> expected = new TreeMap<>();
    predicted.stream()
        .filter(effect -> !isHeld(effect))
        .forEach(effect -> expected.merge(effect.relation().sql(), effect.mode(), this::stronger));
    Set<String> heldAnyway =
        predicted.stream()
            .filter(this::isHeld)
            .map(effect -> effect.relation().sql())
            .collect(Collectors.toSet());
    Map<String, LockMode> seen = new TreeMap<>();
    observed.locks().stream()
        .filter(lock -> isTold(lock) && !heldAnyway.contains(lock.relation().sql()))
        .forEach(lock -> seen.merge(lock.relation().sql(), lock.mode(), this::stronger));
    heldAnyway.forEach(expected::remove);
    return expected.equals(seen)
        ? List.of()
        : List.of("locks predicted %s, observed %s".formatted(expected, seen));
  }

  private boolean isHeld(LockEffect effect) {
    return heldBefore.stream()
        .anyMatch(
            lock -> lock.relation().equals(effect.relation()) && lock.mode() == effect.mode());
  }

  private boolean isTold(ObservedLock lock) {
    boolean kind =
        lock.kind() == RelationKind.TABLE
            || lock.kind() == RelationKind.PARTITIONED_TABLE
            || lock.kind() == RelationKind.MATERIALIZED_VIEW
            || lock.kind() == RelationKind.FOREIGN_TABLE;
    return kind && !isNew(lock.relation());
  }

  private boolean isNew(ObjectName relation) {
    return before.table(relation).filter(before::isNew).isPresent();
  }

  private LockMode stronger(LockMode one, LockMode other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** A TRUNCATE gives a new file, and a query reads tables: that is no work under a lock. */
  private boolean touchesRowsOnly() {
    return statement instanceof Select
        || statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Delete
        || statement instanceof Merge
        || statement instanceof Copy
        || statement instanceof LockTable
        || statement instanceof Truncate;
  }

  private List<String> workDifferences(List<LockEffect> predicted, Observation observed) {
    Set<ObjectName> built =
        observed.builtIndexes().stream().map(BuiltIndex::table).collect(Collectors.toSet());
    return Stream.of(
            predicted.stream().map(LockEffect::relation),
            observed.rewritten().stream(),
            observed.scanned().stream(),
            built.stream())
        .flatMap(each -> each)
        .distinct()
        .filter(relation -> !isNew(relation))
        .flatMap(relation -> difference(relation, predicted, observed, built).stream())
        .toList();
  }

  private Optional<String> difference(
      ObjectName relation,
      List<LockEffect> predicted,
      Observation observed,
      Set<ObjectName> built) {
    Set<Work> expected = EnumSet.noneOf(Work.class);
    predicted.stream()
        .filter(effect -> effect.relation().equals(relation))
        .forEach(effect -> expected.addAll(effect.work()));
    Set<Work> seen = EnumSet.noneOf(Work.class);
    if (observed.rewritten().contains(relation)) {
      seen.add(Work.REWRITE);
    }
    if (built.contains(relation)) {
      seen.add(Work.INDEX_BUILD);
    }
    if (observed.scanned().contains(relation) && !mayBeReadByChoice(relation, expected, observed)) {
      seen.add(Work.SCAN);
    }
    Optional<Work> wanted = most(expected);
    Optional<Work> got = most(seen);
    return wanted.equals(got)
        ? Optional.empty()
        : Optional.of("%s: predicted %s, observed %s".formatted(relation, expected, seen));
  }

  /**
   * The query that validates a foreign key reads the referenced table as the planner likes, and a
   * materialized view reads its sources: under a lock that stops no writer.
   */
  private static boolean mayBeReadByChoice(
      ObjectName relation, Set<Work> expected, Observation observed) {
    boolean keyed =
        observed.notices().stream().anyMatch(notice -> notice.contains("foreign key constraint"));
    boolean harmless =
        observed.modes(relation).stream().allMatch(mode -> mode == LockMode.ACCESS_SHARE);
    return expected.isEmpty() && (keyed || harmless);
  }

  /** A rewrite builds the indexes anew, and the build of an index reads every row. */
  private static Optional<Work> most(Set<Work> work) {
    return Stream.of(Work.REWRITE, Work.INDEX_BUILD, Work.SCAN).filter(work::contains).findFirst();
  }
}
