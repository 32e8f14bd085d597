package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one statement, between two looks at the relations, and says what it did. */
record ObservedStatement(Sessions sessions, String sql) {
  /** In the transaction that is open. */
  Observation inTransaction() throws SQLException {
    MigratingSession migrating = sessions.migrating();
    Relations visible = sessions.observer().relations();
    Relations before = migrating.relations();
    Set<ObservedLock> heldBefore = sessions.phase().held();

    MigratingSession.Run run = migrating.run(sql);

    if (run.refusal().isPresent()) {
      return refused(run, true, List.of());
    }
    Set<ObservedLock> held = new HashSet<>(sessions.phase().held());
    Changes changes = new Changes(visible, before, migrating.relations());
    Set<ObjectName> scanned = new HashSet<>(changes.scanned());
    scanned.addAll(announced(run.notices(), visible, before, held));
    held.removeAll(heldBefore);
    return observation(run, true, List.of(new Phase(held, Set.of(), false)), changes, scanned);
  }

  /** In no transaction block, where it commits by itself. */
  Observation inNone() throws SQLException {
    Relations before = sessions.observer().relations();

    BrakedRun.Result result = new BrakedRun(sessions).run(sql);

    MigratingSession.Run run = result.run();
    List<Phase> phases = List.copyOf(result.phases());
    if (run.refusal().isPresent()) {
      return refused(run, false, phases);
    }
    Changes changes = new Changes(before, before, sessions.observer().relations());
    Set<ObservedLock> held =
        phases.stream().flatMap(phase -> phase.held().stream()).collect(Collectors.toSet());
    return observation(run, false, phases, changes, announced(run.notices(), before, before, held));
  }

  /** The tables that the server said it reads; it says their names without a schema. */
  private Set<ObjectName> announced(
      Notices notices, Relations visible, Relations own, Set<ObservedLock> held)
      throws SQLException {
    Set<ObjectName> locked = held.stream().map(ObservedLock::relation).collect(Collectors.toSet());
    Set<Long> keyed = sessions.migrating().tablesWithKeys(notices.keysValidated());
    List<String> named = notices.tablesRead();
    return visible.stream()
        .filter(table -> !table.kind().isIndex())
        .filter(
            table ->
                keyed.contains(table.oid())
                    || named.contains(own.name(table.oid()).orElse(table.name()).name()))
        .map(Relation::name)
        .filter(locked::contains)
        .collect(Collectors.toSet());
  }

  private Observation refused(MigratingSession.Run run, boolean inTransaction, List<Phase> phases) {
    return new Observation(
        sql,
        inTransaction,
        phases,
        Set.of(),
        Set.of(),
        Set.of(),
        run.notices().messages(),
        run.duration(),
        run.refusal());
  }

  private Observation observation(
      MigratingSession.Run run,
      boolean inTransaction,
      List<Phase> phases,
      Changes changes,
      Set<ObjectName> scanned) {
    return new Observation(
        sql,
        inTransaction,
        phases,
        changes.rewritten(),
        scanned,
        changes.built(),
        run.notices().messages(),
        run.duration(),
        run.refusal());
  }
}
