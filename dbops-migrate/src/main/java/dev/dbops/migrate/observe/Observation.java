package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lock.LockMode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement did on a live server. Relations are those that other sessions see, under the
 * name by which these know them: what the transaction itself created makes nobody wait and is left
 * out, as are the system catalogs, TOAST and temporary tables.
 *
 * @param statement as it was sent
 * @param inTransaction whether it ran inside a transaction block
 * @param phases the locks at each moment that could be seen; without those that the transaction
 *     held before; empty if the statement was refused
 * @param rewritten the tables and materialized views that got a new file. A TRUNCATE gives one too.
 * @param scanned the tables of which every row was read; a rewrite and the build of an index do
 *     that as well
 * @param builtIndexes the indexes that got a new content
 * @param notices what the server said, at the level debug1
 * @param duration of the statement; the recorder's own brakes count when it ran outside a
 *     transaction block
 * @param refusal the error, if there was one
 */
public record Observation(
    String statement,
    boolean inTransaction,
    List<Phase> phases,
    Set<ObjectName> rewritten,
    Set<ObjectName> scanned,
    Set<BuiltIndex> builtIndexes,
    List<String> notices,
    Duration duration,
    Optional<Refusal> refusal) {
  public Observation {
    phases = List.copyOf(phases);
    rewritten = Set.copyOf(rewritten);
    scanned = Set.copyOf(scanned);
    builtIndexes = Set.copyOf(builtIndexes);
    notices = List.copyOf(notices);
  }

  Observation refused(Refusal late) {
    return new Observation(
        statement,
        inTransaction,
        phases,
        rewritten,
        scanned,
        builtIndexes,
        notices,
        duration,
        Optional.of(late));
  }

  /**
   * The same under other names.
   *
   * @param names those that are exchanged, by the present ones
   * @see ObservedTransaction#names
   */
  public Observation renamed(Map<ObjectName, ObjectName> names) {
    return new Observation(
        statement,
        inTransaction,
        phases.stream().map(phase -> phase.renamed(names)).toList(),
        renamed(rewritten, names),
        renamed(scanned, names),
        builtIndexes.stream().map(index -> index.renamed(names)).collect(Collectors.toSet()),
        notices,
        duration,
        refusal);
  }

  private static Set<ObjectName> renamed(
      Set<ObjectName> relations, Map<ObjectName, ObjectName> names) {
    return relations.stream()
        .map(name -> names.getOrDefault(name, name))
        .collect(Collectors.toSet());
  }

  /** The locks that it held in any phase. */
  public Set<ObservedLock> held() {
    return phases.stream().flatMap(phase -> phase.held().stream()).collect(Collectors.toSet());
  }

  /** The locks that it held or waited for in any phase. */
  public Set<ObservedLock> locks() {
    return phases.stream()
        .flatMap(phase -> Stream.concat(phase.held().stream(), phase.awaited().stream()))
        .collect(Collectors.toSet());
  }

  /** The modes in which it held or awaited a lock on a relation, in any phase. */
  public Set<LockMode> modes(ObjectName relation) {
    return locks().stream()
        .filter(lock -> lock.relation().equals(relation))
        .map(ObservedLock::mode)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LockMode.class)));
  }

  /** The tables and views whose readers wait for it. */
  public Set<ObjectName> stopsReading() {
    return stops(LockMode::blocksReads);
  }

  /** The tables whose writers wait for it. */
  public Set<ObjectName> stopsWriting() {
    return stops(LockMode::blocksWrites);
  }

  private Set<ObjectName> stops(Predicate<LockMode> blocks) {
    return locks().stream()
        .filter(lock -> blocks.test(lock.mode()))
        .flatMap(lock -> lock.table().stream())
        .collect(Collectors.toSet());
  }
}
