package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.internal.ChangelogFormat;
import java.util.Map;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.ModifyChangeSets;
import liquibase.changeset.ChangeSetServiceFactory;
import liquibase.exception.LiquibaseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A changelog of Liquibase's that notes what it cannot read and goes on, where Liquibase gives up
 * the whole tree of includes.
 */
final class TolerantChangeLog extends DatabaseChangeLog {
  private final Reading reading;
  private final NodeMarks marks;
  private NodeMark current;

  /**
   * A changelog without changesets.
   *
   * @param whole where the changelog stands
   */
  TolerantChangeLog(String path, Reading reading, NodeMarks marks, NodeMark whole) {
    super(path);
    this.reading = reading;
    this.marks = marks;
    this.current = whole;
    setChangeLogParameters(reading.parameters());
  }

  @Override
  protected void handleChildNode(
      ParsedNode node, ResourceAccessor accessor, Map<String, Object> scratch) {
    if (node.getName().equalsIgnoreCase("preConditions")) {
      return;
    }
    NodeMark above = current;
    current = marks.of(node, above);
    try {
      super.handleChildNode(node, accessor, scratch);
    } catch (LiquibaseException | ParsedNodeException | RuntimeException | LinkageError e) {
      reading.report(Failure.at(current.span(), "The " + node.getName(), e));
    } finally {
      current = above;
    }
  }

  @Override
  protected ChangeSet createChangeSet(ParsedNode node, ResourceAccessor accessor)
      throws ParsedNodeException {
    LocatedChangeSet changeSet = new LocatedChangeSet(this, reading, marks, current);
    changeSet.setChangeLogParameters(getChangeLogParameters());
    changeSet.load(node, accessor);
    return changeSet;
  }

  /** Includes a file as Liquibase does, so that a broken one is left out and the others stay. */
  @Override
  public boolean include(
      String file,
      boolean relative,
      boolean errorIfMissing,
      ResourceAccessor accessor,
      @Nullable ContextExpression contexts,
      @Nullable Labels labels,
      @Nullable Boolean ignore,
      @Nullable String logicalFilePath,
      OnUnknownFileFormat onUnknownFormat,
      @Nullable ModifyChangeSets modification)
      throws LiquibaseException {
    String path = relative ? reading.sibling(getPhysicalFilePath(), file) : file;
    if (!reading.exists(path)) {
      if (errorIfMissing) {
        reading.reportMissing(current, path);
      }
      return false;
    }
    if (!ChangelogFormat.isTree(path)) {
      try {
        return super.include(
            file,
            relative,
            errorIfMissing,
            accessor,
            contexts,
            labels,
            ignore,
            logicalFilePath,
            onUnknownFormat,
            modification);
      } catch (LiquibaseException | RuntimeException e) {
        reading.report(Failure.inFile(reading.text(path), e));
        return false;
      }
    }
    DatabaseChangeLog included = reading.load(path, this, current);
    included.setIncludeContextFilter(contexts);
    included.setIncludeLabels(labels);
    included.setIncludeIgnore(Boolean.TRUE.equals(ignore));
    take(included, logicalFilePath, modification);
    return true;
  }

  private void take(
      DatabaseChangeLog included,
      @Nullable String logicalFilePath,
      @Nullable ModifyChangeSets modification) {
    String logical = nearestLogicalFilePath(included, logicalFilePath);
    for (ChangeSet changeSet : included.getChangeSets()) {
      if (modification != null) {
        ChangeSetServiceFactory.getInstance()
            .createChangeSetService()
            .modifyChangeSets(changeSet, modification);
      }
      if (logical != null && changeSet.getLogicalFilePath() == null) {
        changeSet.setLogicalFilePath(logical);
        if (!logical.isEmpty()) {
          changeSet.setFilePath(logical);
        }
      }
      addChangeSet(changeSet);
    }
    getSkippedChangeSets().addAll(included.getSkippedChangeSets());
  }

  private static @Nullable String nearestLogicalFilePath(
      DatabaseChangeLog included, @Nullable String otherwise) {
    for (DatabaseChangeLog log = included; log != null; log = log.getParentChangeLog()) {
      String path = log.getRawLogicalFilePath();
      if (path != null && !path.isBlank()) {
        return path;
      }
    }
    return otherwise;
  }
}
