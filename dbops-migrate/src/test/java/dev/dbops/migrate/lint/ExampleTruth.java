package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.LockTruth;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.observe.LockRecorder;
import dev.dbops.migrate.observe.Observation;
import dev.dbops.migrate.observe.ObservedLock;
import dev.dbops.migrate.observe.ObservedTransaction;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.OtherStatement;
import dev.dbops.migrate.sql.TransactionControl;
import dev.dbops.migrate.sql.Unparsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs an example's migration on a server and compares each statement with its prediction. */
final class ExampleTruth {
  /** Not UTC, where some type changes cost nothing. */
  private static final String SESSION = "SET TimeZone = 'Europe/Berlin'";

  private final String name;
  private final List<PlacedStatement> given;
  private final List<PlacedStatement> migration;
  private final List<String> differences = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();

  /**
   * A statement with what the server did for it.
   *
   * @param heldBefore the locks that its transaction had already
   */
  record Seen(PlacedStatement placed, Observation observed, Set<ObservedLock> heldBefore) {
    boolean isOn(int line) {
      SourceSpan span = placed.locate(placed.statement().span());
      return span.from().line() <= line && line <= span.to().line();
    }

    /** Whether this is the strongest lock on a table while the statement runs. */
    boolean takes(LockMode mode) {
      return Stream.concat(observed.locks().stream(), heldBefore.stream())
          .filter(lock -> !lock.kind().isIndex())
          .map(ObservedLock::mode)
          .max(Comparator.naturalOrder())
          .filter(mode::equals)
          .isPresent();
    }

    boolean does(Set<Work> work) {
      return (!work.contains(Work.REWRITE) || !observed.rewritten().isEmpty())
          && (!work.contains(Work.INDEX_BUILD) || !observed.builtIndexes().isEmpty())
          && (!work.contains(Work.SCAN) || !observed.scanned().isEmpty());
    }

    @Override
    public String toString() {
      return placed.text() + " takes " + observed.locks() + ", reads " + observed.scanned();
    }
  }

  private ExampleTruth(String name, List<PlacedStatement> given, List<PlacedStatement> migration) {
    this.name = name;
    this.given = given;
    this.migration = migration;
  }

  /**
   * Compares until the server refuses a statement, which is what some rules are about.
   *
   * @param name what the differences are told under
   */
  static ExampleTruth of(String name, Example example, ScratchServer server) {
    Changelog changelog = example.changelog();
    UnitPlacer placer =
        new UnitPlacer(
            changelog.runner(), server.majorVersion(), SchemaReplay.from(SchemaState.empty()));
    ExampleTruth truth =
        new ExampleTruth(
            name + " on PostgreSQL " + server.majorVersion(),
            placer.place(changelog.changeSets().get(0), false).statements(),
            placer.place(changelog.changeSets().get(1), true).statements());
    try (ScratchDatabase database = server.create();
        LockRecorder recorder = LockRecorder.on(database.dataSource())) {
      recorder.run(SESSION);
      truth.given.stream()
          .filter(placed -> placed.nesting() == PlacedStatement.Nesting.NONE)
          .forEach(placed -> truth.prepare(placed, recorder));
      truth.migrate(recorder);
    }
    return truth;
  }

  List<String> differences() {
    return differences;
  }

  int compared() {
    return seen.size();
  }

  /** The statements that were compared. */
  List<Seen> seen() {
    return seen;
  }

  private void prepare(PlacedStatement placed, LockRecorder recorder) {
    recorder
        .run(placed.text())
        .ifPresent(
            refusal ->
                differences.add(name + ": " + placed.text() + "\n  refused: " + refusal.message()));
  }

  private void migrate(LockRecorder recorder) {
    List<PlacedStatement> statements =
        migration.stream()
            .filter(placed -> placed.nesting() == PlacedStatement.Nesting.NONE)
            .toList();
    boolean accepted = true;
    for (int next = 0; accepted && next < statements.size(); ) {
      PlacedStatement first = statements.get(next);
      int end = next + 1;
      while (end < statements.size()
          && first.inTransactionBlock()
          && statements.get(end).transaction() == first.transaction()) {
        end++;
      }
      List<PlacedStatement> together = statements.subList(next, end);
      accepted =
          first.inTransactionBlock()
              ? migrateInOne(together, recorder)
              : compare(first, recorder.observe(first.text()), Set.of());
      next = end;
    }
  }

  private boolean migrateInOne(List<PlacedStatement> statements, LockRecorder recorder) {
    try (ObservedTransaction transaction = recorder.begin()) {
      for (PlacedStatement placed : statements) {
        if (placed.statement() instanceof TransactionControl control) {
          if (control.kind() == TransactionControl.Kind.ROLLBACK) {
            return true;
          }
        } else {
          // Other sessions, the observer among them, know a table by its old name till the commit.
          Map<ObjectName, ObjectName> names = transaction.names();
          Set<ObservedLock> held =
              transaction.locks().stream()
                  .map(lock -> lock.renamed(names))
                  .collect(Collectors.toSet());
          Observation observed = transaction.observe(placed.text()).renamed(names);
          if (!compare(placed, observed, held)) {
            return false;
          }
        }
      }
      return transaction.commit().isEmpty();
    }
  }

  /** Whether the server accepted the statement. */
  private boolean compare(
      PlacedStatement placed, Observation observed, Set<ObservedLock> heldBefore) {
    if (observed.refusal().isPresent()) {
      return false;
    }
    boolean opaque =
        placed.statement() instanceof DoBlock
            || placed.statement() instanceof OtherStatement
            || placed.statement() instanceof Unparsed;
    if (!opaque) {
      seen.add(new Seen(placed, observed, heldBefore));
      new LockTruth(placed.statement(), placed.before(), heldBefore)
          .differences(placed.effects(), observed).stream()
              .map(each -> name + ": " + placed.text() + "\n  " + each)
              .forEach(differences::add);
    }
    return true;
  }
}
