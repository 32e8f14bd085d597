package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.observe.LockRecorder;
import dev.dbops.migrate.observe.Observation;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.PostgresTest;
import dev.dbops.migrate.testing.Tablespace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statement of the tables in {@code /locks}, on live servers. */
class LockTruthTest {
  /** Not UTC, where some type changes cost nothing. */
  private static final String SESSION = "SET TimeZone = 'Europe/Berlin'";

  @ParameterizedTest
  @ValueSource(
      strings = {"alter-table", "constraints", "indexes", "partitions", "other-statements"})
  void predicts_what_servers_do(String table) {
    List<String> differences = new ArrayList<>();
    int compared = 0;

    for (int version : Postgres.majors()) {
      Tablespace.make("fast", Postgres.major(version));
      for (LockTable section : LockTable.read("/locks/" + table + ".sql")) {
        if (section.isFor(version)) {
          compared += section.rows().size();
          differences.addAll(differences(section, Postgres.major(version)));
        }
      }
    }

    System.out.printf("%s: %d pairs of statement and version compared%n", table, compared);
    assertThat(compared).isPositive();
    assertThat(differences).isEmpty();
  }

  @PostgresTest
  void a_wrong_prediction_is_a_difference(ScratchDatabase database) throws SQLException {
    String given = "CREATE TABLE orders (id bigint); INSERT INTO orders VALUES (1);";
    Statement statement = Script.of("CREATE INDEX i ON orders (id)").statements().get(0);
    SchemaState before = inMigration(Script.of(given).stateAfterAll());
    database.execute(given);

    LockEffect right = LockEffects.of(statement, before, database.majorVersion()).get(0);
    List<LockEffect> wrongMode =
        List.of(new LockEffect(right.relation(), LockMode.EXCLUSIVE, right.work(), right.span()));
    List<LockEffect> wrongWork =
        List.of(new LockEffect(right.relation(), right.mode(), Set.of(), right.span()));
    try (LockRecorder recorder = LockRecorder.on(database.dataSource())) {
      Observation observed = recorder.rehearse("CREATE INDEX i ON orders (id)");
      LockTruth truth = new LockTruth(statement, before, Set.of());

      assertThat(truth.differences(List.of(right), observed)).isEmpty();
      assertThat(truth.differences(wrongMode, observed)).hasSize(1);
      assertThat(truth.differences(wrongWork, observed)).hasSize(1);
      assertThat(truth.differences(List.of(), observed)).isNotEmpty();
    }
  }

  private static List<String> differences(LockTable section, ScratchServer server) {
    List<String> differences = new ArrayList<>();
    SchemaState before = Script.of(section.given()).stateAfterAll();
    List<String> left = new ArrayList<>(section.rows());
    while (!left.isEmpty()) {
      try (ScratchDatabase database = server.create()) {
        database.execute(section.given());
        try (LockRecorder recorder = LockRecorder.on(database.dataSource())) {
          recorder.run(SESSION);
          boolean untouched = true;
          while (untouched && !left.isEmpty()) {
            String sql = left.remove(0);
            Observation observed = recorder.rehearse(sql);
            compare(sql, before, observed, server.majorVersion()).stream()
                .map(each -> "PostgreSQL " + server.majorVersion() + ": " + sql + "\n  " + each)
                .forEach(differences::add);
            untouched = observed.inTransaction();
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException(section.given(), e);
      }
    }
    return differences;
  }

  private static List<String> compare(
      String sql, SchemaState before, Observation observed, int version) {
    if (observed.refusal().isPresent()) {
      return List.of("refused: " + observed.refusal().get().message());
    }
    SchemaState found = inMigration(before);
    Statement statement = Script.of(sql).statements().get(0);
    List<LockEffect> predicted = LockEffects.of(statement, found, version);
    return new LockTruth(statement, found, Set.of()).differences(predicted, observed);
  }

  /** What is there was not made by the migration. */
  private static SchemaState inMigration(SchemaState before) {
    SchemaReplay replay = SchemaReplay.from(before);
    replay.enterUnit(false, true);
    return replay.state();
  }
}
