package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.observe.LockRecorder;
import dev.dbops.migrate.observe.Observation;
import dev.dbops.migrate.observe.ObservedLock;
import dev.dbops.migrate.observe.ObservedTransaction;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.testing.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A changeset of Keycloak's that is run on the schema that those before it left.
 *
 * @param statements what it sends, and what stands for the changes that are classes
 */
record HistoricChangeSet(ChangeSet changeSet, List<String> statements) {
  /** What changesets ask for that mend the schemas of releases which are not in the changelog. */
  private static final Map<String, String> PRECONDITIONS =
      Map.of(
          "1.6.1_from16",
          """
          DROP TABLE offline_client_session, offline_user_session;
          CREATE TABLE offline_user_session (
            user_id varchar(36), user_session_id varchar(36) NOT NULL, realm_id varchar(36),
            last_session_refresh int, offline boolean, data text,
            CONSTRAINT constraint_offline_us_ses_pk PRIMARY KEY (user_session_id));
          CREATE TABLE offline_client_session (
            client_session_id varchar(36) NOT NULL, user_session_id varchar(36),
            client_id varchar(36), timestamp int, offline boolean, data text,
            CONSTRAINT constraint_offline_cl_ses_pk PRIMARY KEY (client_session_id))
          """,
          "3.2.0-fix",
          "CREATE TABLE client_initial_access (id varchar(36) PRIMARY KEY, realm_id varchar(36))",
          "unique-consentuser-edb-migration",
          """
          ALTER TABLE user_consent
            DROP CONSTRAINT uk_local_consent, DROP CONSTRAINT uk_external_consent,
            ADD CONSTRAINT uk_jkuwuvd56ontgsuhogm8uewrt
              UNIQUE (client_id, client_storage_provider, external_client_id, user_id)
          """);

  /** Rules that say that a statement fails on a table with rows. */
  private static final Set<String> FAILURES = Set.of("add-column-not-null-without-default");

  /** What the class of a custom change does to the rows, where later statements need it. */
  private static final Map<String, String> CUSTOM_CHANGES =
      Map.of("1.4.0", "UPDATE user_attribute SET id = md5(ctid::text)");

  /**
   * What came of confirming findings.
   *
   * @param confirmed the rules of those that are true
   */
  record Outcome(List<String> confirmed, List<String> differences) {}

  static HistoricChangeSet of(ChangeSet changeSet) {
    List<String> statements = new ArrayList<>();
    for (Change change : changeSet.changes()) {
      if (change instanceof Change.Sql sql) {
        Splitter.split(sql.sql()).stream().map(RawStatement::text).forEach(statements::add);
      } else if (CUSTOM_CHANGES.containsKey(changeSet.id())) {
        statements.add(CUSTOM_CHANGES.get(changeSet.id()));
      }
    }
    return new HistoricChangeSet(changeSet, statements);
  }

  /** Runs it as Liquibase does: one whose preconditions are not met leaves no trace. */
  void run(ScratchDatabase history) throws SQLException {
    try (Connection connection = history.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String each : statements) {
        statement.execute(each);
      }
      connection.commit();
    } catch (SQLException refusal) {
      if (!changeSet.guarded()) {
        throw refusal;
      }
    }
  }

  /** Runs it over tables with rows, and holds against each finding what the server does. */
  Outcome confirm(List<Finding> findings, ScratchDatabase database) throws SQLException {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    if (PRECONDITIONS.containsKey(changeSet.id())) {
      database.execute(PRECONDITIONS.get(changeSet.id()));
    }
    try (Connection connection = database.connection()) {
      Rows.fill(connection)
          .forEach((table, why) -> outcome.differences.add(table + " stays empty: " + why));
    }
    try (LockRecorder recorder = LockRecorder.on(database.dataSource());
        ObservedTransaction transaction = recorder.begin()) {
      for (String statement : statements) {
        List<Finding> here =
            findings.stream().filter(each -> each.statement().equals(statement)).toList();
        if (here.isEmpty()) {
          transaction
              .run(statement)
              .ifPresent(
                  refusal ->
                      outcome.differences.add(
                          changeSet.id() + ": " + statement + "\n  " + refusal.message()));
        } else {
          confirm(here, statement, transaction, outcome);
        }
      }
    }
    return outcome;
  }

  private void confirm(
      List<Finding> findings, String statement, ObservedTransaction transaction, Outcome outcome) {
    transaction.run("SAVEPOINT before");
    Map<ObjectName, ObjectName> names = transaction.names();
    Set<ObservedLock> held =
        transaction.locks().stream().map(lock -> lock.renamed(names)).collect(Collectors.toSet());
    Observation observed = transaction.observe(statement).renamed(names);
    for (Finding finding : findings) {
      if (isTrue(finding, observed, held)) {
        outcome.confirmed.add(finding.rule().id());
      } else {
        outcome.differences.add(
            "%s: %s is told by %s %s, but %s %s, scans %s"
                .formatted(
                    changeSet.id(),
                    statement,
                    finding.rule().id(),
                    finding.effects(),
                    observed.refusal(),
                    observed.locks(),
                    observed.scanned()));
      }
    }
    if (observed.refusal().isPresent()) {
      // What follows finds the schema that the advice of the finding leaves.
      transaction.run("ROLLBACK TO SAVEPOINT before");
      findings.stream()
          .flatMap(finding -> finding.fix().stream())
          .limit(1)
          .forEach(fix -> transaction.run(fix.steps().get(0).sql()));
    }
  }

  private static boolean isTrue(Finding finding, Observation observed, Set<ObservedLock> held) {
    if (finding.rule().lock().isEmpty() || FAILURES.contains(finding.rule().id())) {
      return observed.refusal().isPresent();
    }
    Set<ObservedLock> locks =
        Stream.concat(observed.locks().stream(), held.stream()).collect(Collectors.toSet());
    return observed.refusal().isEmpty()
        && !finding.effects().isEmpty()
        && finding.effects().stream().allMatch(effect -> isTrue(effect, observed, locks))
        && finding.effects().stream()
            .anyMatch(effect -> effect.mode() == finding.rule().lock().get())
        && finding.effects().stream()
            .anyMatch(effect -> effect.work().containsAll(finding.rule().work()));
  }

  private static boolean isTrue(LockEffect effect, Observation observed, Set<ObservedLock> locks) {
    ObjectName table = effect.relation();
    return locks.stream()
            .anyMatch(lock -> lock.relation().equals(table) && lock.mode() == effect.mode())
        && effect.work().stream().allMatch(work -> isDone(work, table, observed));
  }

  private static boolean isDone(Work work, ObjectName table, Observation observed) {
    return switch (work) {
      case REWRITE -> observed.rewritten().contains(table);
      case SCAN -> observed.scanned().contains(table) || observed.rewritten().contains(table);
      case INDEX_BUILD ->
          observed.builtIndexes().stream().anyMatch(index -> index.table().equals(table));
    };
  }
}
