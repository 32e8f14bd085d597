package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.TransactionMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is a changeset of its own.
 *
 * @param name what its changeset is known by
 */
record Script(String name, SourceFile file) {
  /** The whole file as one call of its runner; nothing if there is no text in it. */
  List<Change> changes() {
    return file.text().isBlank()
        ? List.of()
        : List.of(new Change.Sql("sql", SqlText.verbatim(file.whole())));
  }

  ChangeSet changeSet(TransactionMode transaction, List<Change> rollback) {
    return changeSet(transaction, changes(), rollback, false, false);
  }

  ChangeSet changeSet(
      TransactionMode transaction,
      List<Change> changes,
      List<Change> rollback,
      boolean runOnChange,
      boolean runAlways) {
    return new ChangeSet(
        name.substring(name.lastIndexOf('/') + 1),
        "",
        name,
        file.whole(),
        transaction,
        changes,
        rollback,
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        runOnChange,
        runAlways);
  }
}
