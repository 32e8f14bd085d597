package dev.dbops.migrate.changelog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The unit in which a runner runs and remembers changes: a Liquibase changeset, or a file of a
 * folder of SQL migrations.
 *
 * @param id Liquibase's id, or the file's name
 * @param author Liquibase's author; empty for a file
 * @param path the path that the runner's bookkeeping knows the changeset by
 * @param span where it stands
 * @param transaction what the runner's transaction really is
 * @param changes in the order in which they run
 * @param rollback what undoes the changeset, in the order in which it runs; empty if nothing is
 *     declared or derived
 * @param contexts Liquibase's context expression, as written
 * @param labels Liquibase's labels
 * @param dbms databases that it is limited to, as written; empty means all
 * @param guarded whether it has preconditions, so that it may not run at all
 * @param runOnChange whether it runs again when its text changes
 * @param runAlways whether it runs every time
 */
public record ChangeSet(
    String id,
    String author,
    String path,
    SourceSpan span,
    TransactionMode transaction,
    List<Change> changes,
    List<Change> rollback,
    Optional<String> contexts,
    Set<String> labels,
    Set<String> dbms,
    boolean guarded,
    boolean runOnChange,
    boolean runAlways) {
  public ChangeSet {
    changes = List.copyOf(changes);
    rollback = List.copyOf(rollback);
    labels = Set.copyOf(labels);
    dbms = Set.copyOf(dbms);
  }

  /** How a report names it: {@code path::id::author}, or the path alone for a file. */
  public String displayName() {
    return author.isEmpty() ? path : path + "::" + id + "::" + author;
  }
}
