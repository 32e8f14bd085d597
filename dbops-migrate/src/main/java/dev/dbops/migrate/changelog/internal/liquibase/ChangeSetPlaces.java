package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.IdentityHashMap;
import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/** Where changesets and their changes stand. */
final class ChangeSetPlaces {
  private final Reading reading;
  private final IdentityHashMap<ChangeSet, NodeMark> ofSqlFiles = new IdentityHashMap<>();
  private final IdentityHashMap<DatabaseChangeLog, NodeMark> files = new IdentityHashMap<>();

  ChangeSetPlaces(Reading reading) {
    this.reading = reading;
  }

  NodeMark of(ChangeSet changeSet) {
    return changeSet instanceof LocatedChangeSet located ? located.mark() : inFile(changeSet);
  }

  NodeMark of(ChangeSet changeSet, Change change) {
    return changeSet instanceof LocatedChangeSet located
        ? located.place(change)
        : child(inFile(changeSet), "sql");
  }

  NodeMark ofRollback(ChangeSet changeSet, Change change) {
    return changeSet instanceof LocatedChangeSet located
        ? located.place(change)
        : child(inFile(changeSet), "rollback");
  }

  private static NodeMark child(NodeMark mark, String name) {
    return mark.child(name).orElse(mark);
  }

  /** The n-th changeset of a file of SQL is the n-th of Liquibase's; it parses no tree of these. */
  private NodeMark inFile(ChangeSet changeSet) {
    DatabaseChangeLog changeLog = changeSet.getChangeLog();
    NodeMark file = files.get(changeLog);
    if (file == null) {
      String path = changeLog.getPhysicalFilePath();
      file = Reading.whole(reading.text(path));
      files.put(changeLog, file);
      List<ChangeSet> changeSets = changeLog.getChangeSets();
      List<NodeMark> marks = FormattedSqlMarks.read(reading.text(path));
      for (int i = 0; i < changeSets.size() && marks.size() == changeSets.size(); i++) {
        ofSqlFiles.put(changeSets.get(i), marks.get(i));
      }
    }
    return ofSqlFiles.getOrDefault(changeSet, file);
  }
}
