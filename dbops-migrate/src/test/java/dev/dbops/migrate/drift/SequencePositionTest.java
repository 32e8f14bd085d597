package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.SQLException;

/** How far sequences have counted is told only to who asks for it, so that it is no probe. */
class SequencePositionTest {
  private static final CatalogReader READER = CatalogReader.create().withSequencePositions();

  private static final String GIVEN =
      """
      CREATE SEQUENCE counting;
      SELECT setval('counting', 7);
      CREATE SEQUENCE "Ünï ""quote" START 5;
      CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a text);
      INSERT INTO t (a) VALUES ('first');
      """;

  @PostgresTest(from = 12)
  void who_does_not_ask_sees_no_position(ScratchDatabase database) throws SQLException {
    database.execute(GIVEN);
    CatalogSnapshot before = CatalogReader.create().read(database.dataSource());
    database.execute("SELECT nextval('counting')");

    CatalogSnapshot after = CatalogReader.create().read(database.dataSource());

    assertThat(DriftDetector.compare(before, after)).isEmpty();
  }

  @PostgresTest(from = 12)
  void a_sequence_that_has_counted_on_is_set_back(ScratchDatabase database) throws SQLException {
    changed(database, "SELECT setval('counting', 99)", "changed sequence position public.counting");
  }

  @PostgresTest(from = 12)
  void a_sequence_that_counts_for_the_first_time_begins_anew(ScratchDatabase database)
      throws SQLException {
    changed(
        database,
        "SELECT nextval('\"Ünï \"\"quote\"')",
        "unexpected sequence position public.Ünï \"quote");
  }

  @PostgresTest(from = 12)
  void an_identity_that_has_counted_on_is_set_back(ScratchDatabase database) throws SQLException {
    changed(
        database,
        "INSERT INTO t (a) VALUES ('second')",
        "changed sequence position public.t_id_seq");
  }

  @PostgresTest(from = 12)
  void a_position_goes_away_with_its_sequence(ScratchDatabase database) throws SQLException {
    changed(database, "DROP SEQUENCE counting", "missing sequence public.counting");
  }

  /** Given the sequences, when this is done, then it alone differs, and is undone both ways. */
  private static void changed(ScratchDatabase database, String change, String difference)
      throws SQLException {
    database.execute(GIVEN);
    CatalogSnapshot before = READER.read(database.dataSource());
    database.execute(change);
    CatalogSnapshot after = READER.read(database.dataSource());

    assertThat(DriftDetector.compare(before, after))
        .extracting(SequencePositionTest::line)
        .containsExactly(difference);
    repair(database, after, before);
    repair(database, before, after);
  }

  private static String line(Difference difference) {
    String word =
        difference instanceof Difference.Missing
            ? "missing "
            : difference instanceof Difference.Unexpected ? "unexpected " : "changed ";
    return word + difference.key();
  }

  private static void repair(
      ScratchDatabase database, CatalogSnapshot current, CatalogSnapshot target)
      throws SQLException {
    for (RepairStep step : Repair.of(current, target)) {
      for (String statement : step.statements()) {
        database.execute(statement);
      }
    }
    assertThat(DriftDetector.compare(target, READER.read(database.dataSource()))).isEmpty();
  }
}
