package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockHeldThroughLaterWorkTest {
  private static final String GIVEN =
      """
      -- given
      CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, state text, day date);
      CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint REFERENCES orders, n int);
      CREATE INDEX by_day ON orders (day);
      CREATE INDEX lines_by_order ON lines (order_id);
      ALTER TABLE lines ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
      -- when
      """;

  @Test
  void names_the_tables_that_wait_and_speaks_once_in_a_transaction() {
    List<Finding> found =
        findings(
            """
            ALTER TABLE orders ADD COLUMN a int;
            ALTER TABLE "Größe".t ADD COLUMN a int;
            UPDATE lines SET n = 2 WHERE n = 1;
            UPDATE lines SET n = 3 WHERE n = 2;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Reads and writes of orders and t wait until this UPDATE is done, because the"
                + " transaction locked them before");
    assertThat(found.get(0).table()).contains(new ObjectName("public", "lines"));
    assertThat(ExampleLint.fix(found.get(0))).containsExactly("UPDATE lines SET n = 2 WHERE n = 1");
  }

  @Test
  void says_that_only_writes_wait_for_a_weaker_lock() {
    List<Finding> found =
        findings(
            """
            CREATE TABLE notes (id bigint PRIMARY KEY REFERENCES orders, a text);
            INSERT INTO notes (id, a) SELECT id, state FROM orders;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Writes to orders wait until this INSERT is done, because the transaction locked it"
                + " before");
  }

  @Test
  void backfills_in_batches_where_every_row_changes() {
    List<Finding> found =
        findings(
            """
            ALTER TABLE orders ADD COLUMN "Cent" bigint;
            UPDATE orders SET "Cent" = total * 100 WHERE "Cent" IS NULL;
            """);

    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            """
            WITH batch AS (
                SELECT id FROM orders
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                UPDATE orders SET "Cent" = total * 100
                WHERE id IN (SELECT id FROM batch) AND ("Cent" IS NULL)
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1""");
  }

  @Test
  void is_the_only_one_to_speak_of_the_backfill() {
    Example example =
        Example.of(
            "m.sql", GIVEN + "ALTER TABLE orders ADD COLUMN a int;\nUPDATE orders SET a = 1;\n");

    assertThat(ExampleLint.findings(new LockHeldThroughLaterWork(), example))
        .extracting(Example.Expected::rule)
        .containsExactly("lock-held-through-later-work");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM lines WHERE n < 0",
        "UPDATE orders o SET total = 0 FROM lines l WHERE l.order_id = o.id",
        "INSERT INTO archive SELECT * FROM lines",
        "WITH gone AS (DELETE FROM lines WHERE n = 0 RETURNING *) SELECT * FROM gone",
        "ALTER TABLE lines VALIDATE CONSTRAINT positive",
        "DO $$ BEGIN UPDATE lines SET n = 1 WHERE n = 0; END $$"
      })
  void knows_what_takes_its_time(String statement) {
    assertThat(findings("ALTER TABLE orders ADD COLUMN a int;\n" + statement)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE lines ADD COLUMN a int",
        "UPDATE orders SET a = 1 WHERE id = 5",
        "UPDATE orders SET a = 1 WHERE id IN (1, 2) AND state = 'x'",
        "UPDATE orders SET a = 1 WHERE day = '2026-01-01'",
        "INSERT INTO lines (id) VALUES (1), (2)",
        "INSERT INTO lines (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM lines WHERE id = 1)",
        "INSERT INTO lines (id) SELECT oid FROM pg_class",
        "CREATE TABLE n (a int); INSERT INTO n VALUES (1); UPDATE n SET a = 2",
        "SELECT count(*) FROM lines",
        "COMMIT; UPDATE lines SET n = 1 WHERE n = 0",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM lines WHERE n = 0'"
      })
  void keeps_silent_about_what_is_brief(String statement) {
    assertThat(findings("ALTER TABLE orders ADD COLUMN a int;\n" + statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE orders ALTER COLUMN id TYPE int",
        "CREATE TABLE n (a int); ALTER TABLE n ADD COLUMN b int",
        "LOCK TABLE orders IN EXCLUSIVE MODE",
        "DROP TABLE unknown",
        "ANALYZE orders",
        "INSERT INTO orders (id) VALUES (1)",
        "CREATE INDEX i ON orders (total)"
      })
  void keeps_silent_where_no_lock_was_taken_for_a_moment(String statement) {
    assertThat(findings(statement + ";\nUPDATE lines SET n = 1 WHERE n = 0")).isEmpty();
  }

  @Test
  void leaves_the_validation_of_a_new_constraint_to_its_own_rule() {
    assertThat(
            findings(
                """
                ALTER TABLE lines ADD CONSTRAINT c CHECK (n > 1) NOT VALID;
                ALTER TABLE lines VALIDATE CONSTRAINT c;
                """))
        .isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new LockHeldThroughLaterWork(), GIVEN + migration);
  }
}
