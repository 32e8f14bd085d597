package dev.dbops.migrate.observe;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a statement that commits on its way. Brakes stop it again and again; each time it stands
 * still, its locks are read, and the brake is replaced by another before it is released. No time is
 * guessed: the statement stands still until it has been looked at.
 */
record BrakedRun(Sessions sessions) {
  /** What came of it. */
  record Result(MigratingSession.Run run, Set<Phase> phases) {}

  Result run(String sql) throws SQLException {
    List<Brake> brakes = new ArrayList<>();
    Set<Phase> phases = new LinkedHashSet<>();
    try {
      putOn(brakes);
      Pending<MigratingSession.Run> statement = sessions.migrating().start(sql, sessions.threads());
      try {
        while (standsStill(statement, brakes)) {
          phases.add(sessions.phase());
          replace(brakes, blockers());
        }
      } catch (SQLException | RuntimeException e) {
        statement.abandon(sessions.observer());
        throw e;
      }
      return new Result(statement.result(), phases);
    } finally {
      for (Brake brake : brakes) {
        brake.close();
      }
    }
  }

  private void putOn(List<Brake> brakes) throws SQLException {
    List<Relation> tables =
        sessions.observer().relations().stream()
            .filter(
                relation ->
                    relation.kind() == RelationKind.TABLE
                        || relation.kind() == RelationKind.PARTITIONED_TABLE)
            .toList();
    brakes.add(ApplicationBrake.on(sessions, tables));
    if (sessions.observer().mayLockCatalog()) {
      brakes.add(CatalogBrake.on(sessions));
    }
  }

  /** Waits until a brake stops the statement; false if it gets to its end. */
  private boolean standsStill(Pending<?> statement, List<Brake> brakes) throws SQLException {
    sessions
        .deadline()
        .await("the statement to end", () -> statement.isDone() || stops(brakes, blockers()));
    return !statement.isDone();
  }

  private Set<Integer> blockers() throws SQLException {
    return sessions.observer().blockersOf(sessions.migrating().pid());
  }

  private static boolean stops(List<Brake> brakes, Set<Integer> blockers) {
    return brakes.stream().anyMatch(brake -> blockers.contains(brake.pid()));
  }

  private static void replace(List<Brake> brakes, Set<Integer> blockers) throws SQLException {
    for (int i = 0; i < brakes.size(); i++) {
      Brake brake = brakes.get(i);
      if (blockers.contains(brake.pid())) {
        brakes.set(i, brake.next());
        brake.close();
      }
    }
  }
}
