package dev.dbops.migrate.drift;

import dev.dbops.migrate.changelog.Bookkeeping;
import dev.dbops.migrate.changelog.ChangeSetId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What a database remembers of the migrations that it has run: Liquibase's books, or Flyway's.
 *
 * @param books the table, such as {@code public.databasechangelog}; empty if there is none
 * @param entries in the order in which they ran
 * @param failed what began and did not come to an end; Liquibase leaves no trace of such
 * @param lock what keeps others from running migrations now
 */
record RunHistory(
    Optional<String> books, List<Entry> entries, List<Entry> failed, Optional<Lock> lock) {
  /**
   * One changeset that ran.
   *
   * @param checksum as the runner wrote it; empty if it wrote none
   * @param when it ran, as the database prints it
   */
  record Entry(ChangeSetId id, String checksum, String when) {}

  /**
   * Liquibase's lock.
   *
   * @param table quoted as SQL needs it
   * @param by the host that holds it
   * @param since as the database prints it
   */
  record Lock(String table, String by, String since) {}

  RunHistory {
    entries = List.copyOf(entries);
    failed = List.copyOf(failed);
  }

  static RunHistory none() {
    return new RunHistory(Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  /**
   * Asks a database. Needs {@code SELECT} on the books.
   *
   * @throws dev.dbops.migrate.error.DbopsException if it does not answer
   */
  static RunHistory read(DataSource database, Bookkeeping bookkeeping) {
    return BooksReader.read(database, bookkeeping);
  }

  /** The changesets that ran; all of them if nobody keeps books. */
  Predicate<ChangeSetId> selection() {
    if (books.isEmpty()) {
      return id -> true;
    }
    Set<ChangeSetId> run = entries.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
    return id -> run.contains(id.asRecorded());
  }

  /** The last checksum of each changeset. */
  Map<ChangeSetId, String> checksums() {
    Map<ChangeSetId, String> checksums = new HashMap<>();
    entries.forEach(entry -> checksums.put(entry.id(), entry.checksum()));
    return checksums;
  }
}
