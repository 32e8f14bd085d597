package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesEveryRowTest {
  private static final String GIVEN =
      """
      -- given
      CREATE TABLE "Bestellung" (
        id bigint PRIMARY KEY, nr int NOT NULL, state text, day date, a int, b int, UNIQUE (a, b));
      CREATE INDEX by_day ON "Bestellung" (day);
      CREATE TABLE shop.lines (order_id bigint, "Nr" int, price numeric, PRIMARY KEY (order_id, "Nr"));
      -- when
      """;

  @Test
  void updates_in_batches_by_the_key() {
    List<Finding> found = findings("UPDATE \"Bestellung\" SET state = 'new';");

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "UPDATE changes every row of \"Bestellung\", and each stays locked until the transaction"
                + " ends");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            """
            WITH batch AS (
                SELECT id FROM "Bestellung"
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                UPDATE "Bestellung" SET state = 'new'
                WHERE id IN (SELECT id FROM batch)
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1""");
  }

  @Test
  void compares_keys_of_several_columns_as_rows() {
    assertThat(ExampleLint.fix(findings("UPDATE shop.lines SET price = 0").get(0)))
        .containsExactly(
            """
            WITH batch AS (
                SELECT order_id, "Nr" FROM shop.lines
                WHERE (order_id, "Nr") > (:last_1, :last_2) ORDER BY order_id, "Nr" LIMIT 1000
            ), changed AS (
                UPDATE shop.lines SET price = 0
                WHERE (order_id, "Nr") IN (SELECT order_id, "Nr" FROM batch)
            )
            SELECT order_id, "Nr" FROM batch ORDER BY order_id DESC, "Nr" DESC LIMIT 1""");
  }

  @Test
  void deletes_in_batches() {
    List<Finding> found = findings("DELETE FROM ONLY \"Bestellung\";");

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "DELETE removes every row of \"Bestellung\", and each stays locked until the transaction"
                + " ends");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            """
            WITH batch AS (
                SELECT id FROM "Bestellung"
                WHERE id > :last ORDER BY id LIMIT 1000
            ), changed AS (
                DELETE FROM ONLY "Bestellung"
                WHERE id IN (SELECT id FROM batch)
            )
            SELECT id FROM batch ORDER BY id DESC LIMIT 1""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE \"Bestellung\" SET state = 'new' WHERE 1 = 1",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE nr IS NOT NULL",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE id = 1 OR true",
        "DELETE FROM unknown",
        "DO $$ BEGIN UPDATE \"Bestellung\" SET state = 'new'; END $$",
      })
  void sees_through_conditions_that_always_hold(String statement) {
    assertThat(findings(statement)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH d AS (DELETE FROM shop.lines RETURNING *) SELECT count(*) FROM d",
        "WITH d AS (DELETE FROM shop.lines RETURNING *) INSERT INTO n SELECT * FROM d",
        "WITH d AS (DELETE FROM shop.lines) UPDATE \"Bestellung\" SET a = 1 WHERE id = 1",
      })
  void finds_changes_in_a_with(String statement) {
    assertThat(findings(statement))
        .extracting(Finding::message)
        .containsExactly(
            "DELETE removes every row of shop.lines, and each stays locked until the transaction"
                + " ends");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH d AS (DELETE FROM shop.lines WHERE order_id = 1 RETURNING *) SELECT * FROM d",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE id = 1",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE state = 'old'",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE state IS NULL",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE false",
        "UPDATE \"Bestellung\" b SET state = l.price FROM shop.lines l WHERE l.order_id = b.id",
        "DELETE FROM \"Bestellung\" WHERE id BETWEEN 1 AND 1000",
        "UPDATE \"Bestellung\" SET state = 'new' WHERE CURRENT OF c",
        "CREATE TABLE n (a int); UPDATE n SET a = 1",
        "CREATE TEMP TABLE n (a int); DELETE FROM n",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM \"Bestellung\"'",
        "TRUNCATE shop.lines"
      })
  void keeps_silent_where_it_need_not_be_every_row(String statement) {
    assertThat(findings(statement)).isEmpty();
  }

  @Test
  void keeps_the_condition_that_is_written() {
    assertThat(
            ExampleLint.fix(
                findings("update \"Bestellung\" SET a = 1 where nr IS NOT NULL").get(0)))
        .singleElement()
        .asString()
        .contains(
            """
                update "Bestellung" SET a = 1
                WHERE id IN (SELECT id FROM batch) AND (nr IS NOT NULL)
            """);
  }

  @Test
  void has_no_batches_without_a_key_or_with_other_clauses() {
    assertThat(findings("DELETE FROM unknown").get(0).fix()).isEmpty();
    assertThat(findings("DELETE FROM shop.lines RETURNING *").get(0).fix()).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new ChangesEveryRow(), GIVEN + migration);
  }
}
