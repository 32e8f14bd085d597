package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.CheckedChangeSet;
import dev.dbops.migrate.drift.HistoryDifference.ChecksumChanged;
import dev.dbops.migrate.drift.HistoryDifference.Failed;
import dev.dbops.migrate.drift.HistoryDifference.Locked;
import dev.dbops.migrate.drift.HistoryDifference.NamedTwice;
import dev.dbops.migrate.drift.HistoryDifference.OutOfOrder;
import dev.dbops.migrate.drift.HistoryDifference.Pending;
import dev.dbops.migrate.drift.HistoryDifference.RecordedTwice;
import dev.dbops.migrate.drift.HistoryDifference.WithoutFile;
import dev.dbops.migrate.drift.RunHistory.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a database remembers of its migrations with their files. */
final class HistoryDetector {
  private final RunHistory history;
  private final String table;
  private final List<CheckedChangeSet> files;
  private final Map<ChangeSetId, CheckedChangeSet> byId = new LinkedHashMap<>();
  private final Map<ChangeSetId, Integer> place = new LinkedHashMap<>();

  private HistoryDetector(RunHistory history, String table, List<CheckedChangeSet> files) {
    this.history = history;
    this.table = table;
    this.files = files;
    for (CheckedChangeSet file : files) {
      byId.putIfAbsent(file.id(), file);
      place.putIfAbsent(file.id(), place.size());
    }
  }

  /** The differences; none if the database keeps no books. */
  static List<HistoryDifference> compare(
      String location, ChangelogOptions options, RunHistory history) {
    return history
        .books()
        .map(
            table ->
                new HistoryDetector(
                        history,
                        table,
                        CheckedChangeSet.read(location, options, history.checksums()))
                    .compare())
        .orElse(List.of());
  }

  private List<HistoryDifference> compare() {
    List<HistoryDifference> differences = new ArrayList<>();
    history
        .lock()
        .ifPresent(lock -> differences.add(new Locked(lock.table(), lock.by(), lock.since())));
    history.failed().forEach(entry -> differences.add(new Failed(entry.id(), table)));
    twice(files.stream().map(CheckedChangeSet::id))
        .forEach((id, times) -> differences.add(new NamedTwice(id)));
    twice(history.entries().stream().map(Entry::id))
        .forEach((id, times) -> differences.add(new RecordedTwice(id, table, times)));
    changed(differences);
    outOfOrder(differences);
    if (!files.isEmpty()) {
      history.entries().stream()
          .filter(entry -> !byId.containsKey(entry.id()))
          .forEach(entry -> differences.add(new WithoutFile(entry.id(), entry.when())));
    }
    pending(differences);
    return List.copyOf(differences);
  }

  private static Map<ChangeSetId, Long> twice(Stream<ChangeSetId> ids) {
    Map<ChangeSetId, Long> times =
        ids.collect(
            Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    times.values().removeIf(each -> each < 2);
    return times;
  }

  private void changed(List<HistoryDifference> differences) {
    history
        .checksums()
        .forEach(
            (id, recorded) ->
                Optional.ofNullable(byId.get(id))
                    .filter(file -> !file.matches() && !file.repeatable())
                    .ifPresent(
                        file ->
                            differences.add(new ChecksumChanged(id, recorded, file.checksum()))));
  }

  /** What runs again is noted where it ran last, which says nothing of the order. */
  private void outOfOrder(List<HistoryDifference> differences) {
    Optional<ChangeSetId> last = Optional.empty();
    for (Entry entry : history.entries()) {
      CheckedChangeSet file = byId.get(entry.id());
      if (file == null || file.repeatable()) {
        continue;
      }
      if (last.isPresent() && placeOf(entry.id()) < placeOf(last.get())) {
        differences.add(new OutOfOrder(entry.id(), last.get()));
      } else {
        last = Optional.of(entry.id());
      }
    }
  }

  private int placeOf(ChangeSetId id) {
    return place.getOrDefault(id, 0);
  }

  private void pending(List<HistoryDifference> differences) {
    Map<ChangeSetId, String> run = history.checksums();
    for (CheckedChangeSet file : byId.values()) {
      boolean ran = run.containsKey(file.id());
      if (file.selected() && (!ran || (file.repeatable() && !file.matches()))) {
        differences.add(new Pending(file.id(), ran));
      }
    }
  }
}
