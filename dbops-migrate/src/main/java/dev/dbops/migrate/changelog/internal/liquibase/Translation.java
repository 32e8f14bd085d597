package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.TransactionMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.change.Change;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/** Turns Liquibase's changesets into ours. */
final class Translation {
  private final Reading reading;
  private final Database database;
  private final SqlGeneration generation;
  private final ChangeSetPlaces places;
  private final Map<String, NodeMark> seen = new HashMap<>();

  Translation(Reading reading, Database database) {
    this.reading = reading;
    this.database = database;
    this.generation = new SqlGeneration(database);
    this.places = new ChangeSetPlaces(reading);
  }

  dev.dbops.migrate.changelog.ChangeSet translate(ChangeSet changeSet) {
    NodeMark mark = places.of(changeSet);
    dev.dbops.migrate.changelog.ChangeSet translated =
        new dev.dbops.migrate.changelog.ChangeSet(
            orEmpty(changeSet.getId()),
            orEmpty(changeSet.getAuthor()),
            orEmpty(changeSet.getFilePath()),
            mark.span(),
            transaction(changeSet),
            update(changeSet),
            rollback(changeSet),
            contexts(changeSet),
            changeSet.getLabels() == null ? Set.of() : changeSet.getLabels().getLabels(),
            changeSet.getDbmsSet() == null ? Set.of() : changeSet.getDbmsSet(),
            isGuarded(changeSet),
            changeSet.shouldRunOnChange(),
            changeSet.shouldAlwaysRun());
    check(translated, mark);
    mark.child("comment").ifPresent(reading::note);
    return translated;
  }

  private List<dev.dbops.migrate.changelog.Change> update(ChangeSet changeSet) {
    ChangeTranslation changes = new ChangeTranslation(reading, changeSet);
    for (Change change : changeSet.getChanges()) {
      if (!generation.isSkipped(change)) {
        changes.add(
            generation.kind(change),
            change,
            places.of(changeSet, change),
            generation.update(changeSet, change));
      }
    }
    return changes.result();
  }

  private List<dev.dbops.migrate.changelog.Change> rollback(ChangeSet changeSet) {
    ChangeTranslation changes = new ChangeTranslation(reading, changeSet);
    if (changeSet.hasCustomRollbackChanges()) {
      for (Change change : changeSet.getRollback().getChanges()) {
        if (!generation.isSkipped(change) && !isEmptyWord(change)) {
          changes.add(
              generation.kind(change),
              change,
              places.ofRollback(changeSet, change),
              generation.rollback(changeSet, change));
        }
      }
    } else if (canBeDerived(changeSet)) {
      List<Change> forward = changeSet.getChanges();
      for (int i = forward.size() - 1; i >= 0; i--) {
        Change change = forward.get(i);
        changes.add(
            generation.kind(change),
            change,
            places.of(changeSet, change),
            generation.inverse(changeSet, change));
      }
    }
    return changes.result();
  }

  /** In Liquibase a rollback of the one word "empty" undoes nothing. */
  private static boolean isEmptyWord(Change change) {
    return change instanceof RawSQLChange raw && "empty".equalsIgnoreCase(raw.getSql());
  }

  /** Liquibase undoes a changeset as a whole or not at all. */
  private boolean canBeDerived(ChangeSet changeSet) {
    return changeSet.getChanges().stream()
        .allMatch(
            change -> !(change instanceof StandInChange) && change.supportsRollback(database));
  }

  private static TransactionMode transaction(ChangeSet changeSet) {
    String runWith = changeSet.getRunWith();
    boolean otherRunner = runWith != null && !runWith.toLowerCase(Locale.ROOT).equals("jdbc");
    return changeSet.isRunInTransaction() && !otherRunner
        ? TransactionMode.ONE
        : TransactionMode.AUTOCOMMIT;
  }

  private static boolean isGuarded(ChangeSet changeSet) {
    return changeSet instanceof LocatedChangeSet located
        ? located.isGuarded()
        : changeSet.getPreconditions() != null;
  }

  private static Optional<String> contexts(ChangeSet changeSet) {
    return Optional.ofNullable(changeSet.getContextFilter())
        .filter(contexts -> !contexts.isEmpty())
        .map(Object::toString);
  }

  private void check(dev.dbops.migrate.changelog.ChangeSet changeSet, NodeMark mark) {
    if (changeSet.id().isEmpty() || changeSet.author().isEmpty()) {
      reading.report(
          new ReadProblem(
              mark.span(),
              "The changeset has no " + (changeSet.id().isEmpty() ? "id" : "author"),
              "give it one; Liquibase refuses the changelog without"));
    } else {
      NodeMark first = seen.putIfAbsent(changeSet.displayName(), mark);
      if (first != null) {
        reading.report(
            new ReadProblem(
                mark.span(),
                "The changeset "
                    + changeSet.displayName()
                    + " is there twice, first at "
                    + first.span(),
                "give one of them an id of its own; Liquibase refuses the changelog with both"));
      }
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
