package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * How a database differs from what it should be. Immutable and thread-safe.
 *
 * @param expected what it should be, without what does not count
 * @param actual what it is, without what does not count
 * @param origin where the expectation comes from
 * @param differences none if there is no drift
 * @param unusedIgnores rules that match nothing any more
 * @param notes what could not be compared, a sentence each
 * @param history how what the database remembers of its migrations differs from their files; no
 *     drift of the schema
 */
public record DriftReport(
    CatalogSnapshot expected,
    CatalogSnapshot actual,
    String origin,
    List<Difference> differences,
    List<Ignore> unusedIgnores,
    List<String> notes,
    List<HistoryDifference> history) {
  public DriftReport {
    differences = List.copyOf(differences);
    unusedIgnores = List.copyOf(unusedIgnores);
    notes = List.copyOf(notes);
    history = List.copyOf(history);
  }

  /**
   * Compares a database with what it should be.
   *
   * @param actual of the database
   */
  static DriftReport of(
      ExpectedSchema.Expectation expectation, CatalogSnapshot actual, IgnorePolicy policy) {
    IgnorePolicy.Applied counted =
        policy
            .passingOver(expectation.bookkeeping())
            .apply(
                AcrossMajors.comparable(expectation.snapshot(), actual),
                AcrossMajors.comparable(actual, expectation.snapshot()));
    List<String> notes = new ArrayList<>(expectation.notes());
    AcrossMajors.note(expectation.snapshot(), actual).ifPresent(notes::add);
    notes.addAll(expectation.snapshot().unseen());
    actual.unseen().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    return new DriftReport(
        counted.expected(),
        counted.actual(),
        expectation.origin(),
        DriftDetector.compare(counted.expected(), counted.actual()),
        counted.unused(),
        notes,
        expectation.history());
  }

  public boolean hasDrift() {
    return !differences.isEmpty();
  }

  /** How bad a difference of this report is, by what it can do. */
  public Severity severity(Difference difference) {
    return DifferenceSeverity.of(difference, actual);
  }

  /** What may have been renamed: a guess, which no repair follows. */
  public List<Rename> renames() {
    return RenameFinder.find(differences, expected, actual);
  }

  /** What makes the database what it should be. */
  public List<RepairStep> repairOfDatabase() {
    return Repair.of(actual, expected);
  }

  /**
   * What makes the migrations what the database is, as a changeset to add to them. It loses
   * nothing: what would stands there as a comment.
   */
  public RepairChangeSet changeSet() {
    return RepairChangeSet.of(repairOfMigrations(), repairOfDatabase());
  }

  /** What a migration has to do so that the database is what it should be. */
  public List<RepairStep> repairOfMigrations() {
    return Repair.of(expected, actual);
  }
}
