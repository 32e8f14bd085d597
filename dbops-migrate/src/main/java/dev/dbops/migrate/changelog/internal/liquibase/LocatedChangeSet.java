package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.IdentityHashMap;
import java.util.List;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A changeset of Liquibase's that remembers where its changes stand, runs nobody's code, and takes
 * a stand-in for a change that it cannot read.
 */
final class LocatedChangeSet extends ChangeSet {
  private final Reading reading;
  private final NodeMarks marks;
  private final NodeMark mark;
  private final IdentityHashMap<Change, NodeMark> places = new IdentityHashMap<>();
  private boolean guarded;
  private boolean neverRuns;

  LocatedChangeSet(DatabaseChangeLog changeLog, Reading reading, NodeMarks marks, NodeMark mark) {
    super(changeLog);
    this.reading = reading;
    this.marks = marks;
    this.mark = mark;
  }

  NodeMark mark() {
    return mark;
  }

  NodeMark place(Change change) {
    return places.getOrDefault(change, mark);
  }

  /** Whether there are preconditions. They are not even read: some are classes of the user's. */
  boolean isGuarded() {
    return guarded;
  }

  /** Whether its preconditions are known to fail. */
  boolean neverRuns() {
    return neverRuns;
  }

  /**
   * Whether a changeset above in this file is the one that is named, and runs wherever this may.
   */
  private boolean isExecuted(ParsedNode condition) {
    return getChangeLog().getChangeSets().stream()
        .filter(changeSet -> changeSet.getFilePath().equals(value(condition, "changeLogFile")))
        .filter(changeSet -> changeSet.getAuthor().equals(value(condition, "author")))
        .filter(changeSet -> changeSet.getId().equals(value(condition, "id")))
        .anyMatch(changeSet -> changeSet instanceof LocatedChangeSet other && other.alwaysRuns());
  }

  private boolean alwaysRuns() {
    return !guarded
        && !isIgnore()
        && getContextFilter().isEmpty()
        && getLabels().isEmpty()
        && (getDbmsSet() == null || getDbmsSet().isEmpty())
        && !Boolean.FALSE.equals(getFailOnError());
  }

  private static String value(ParsedNode node, String attribute) {
    try {
      return node.getChildValue(null, attribute, "");
    } catch (ParsedNodeException unreadable) {
      return "";
    }
  }

  @Override
  protected void handleChildNode(ParsedNode child, ResourceAccessor accessor)
      throws ParsedNodeException {
    if (child.getName().equalsIgnoreCase("preConditions")) {
      guarded = true;
      neverRuns =
          new KnownPreconditions(Scope.getCurrentScope().getDatabase(), this::isExecuted)
              .excludes(child);
    } else if (!child.getName().equals("comment")) {
      super.handleChildNode(child, accessor);
    }
  }

  @Override
  protected void handleRollbackNode(ParsedNode node, ResourceAccessor accessor) {
    List<Change> changes = getRollback().getChanges();
    int before = changes.size();
    try {
      super.handleRollbackNode(node, accessor);
    } catch (ParsedNodeException | RuntimeException e) {
      reading.report(Failure.at(marks.of(node, mark).span(), "The rollback", e));
      addRollbackChange(new StandInChange(node.getName(), "it cannot be read"));
    }
    for (Change change : changes.subList(before, changes.size())) {
      places.putIfAbsent(change, marks.of(node, mark));
    }
  }

  @Override
  protected @Nullable Change toChange(ParsedNode node, ResourceAccessor accessor) {
    Change change = read(node, accessor);
    if (change == null && marks.isElement(node)) {
      change = new StandInChange(node.getName(), "Liquibase does not know this kind of change");
    }
    if (change != null) {
      places.put(change, marks.of(node, mark));
    }
    return change;
  }

  private @Nullable Change read(ParsedNode node, ResourceAccessor accessor) {
    try {
      return node.getName().equals("customChange") ? custom(node) : super.toChange(node, accessor);
    } catch (ParsedNodeException | RuntimeException | LinkageError e) {
      return new StandInChange(node.getName(), Failure.reason(e));
    }
  }

  private static Change custom(ParsedNode node) throws ParsedNodeException {
    String type = node.getChildValue(null, "class", "of no name");
    return new StandInChange(
        node.getName(), "it runs the class " + type + ", and what that sends is not known");
  }
}
