package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralTablesLockedInTransactionTest {
  @Test
  void speaks_once_at_the_second_table() {
    List<Finding> found =
        findings(
            """
            ALTER TABLE shop."Große Aufträge" ADD COLUMN a int;
            ALTER TABLE shop."Große Aufträge" ADD COLUMN b int;
            CREATE TRIGGER t BEFORE INSERT ON lines EXECUTE FUNCTION f();
            ALTER TABLE customers ADD COLUMN a int;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "The transaction waits for its lock on lines while it keeps Große Aufträge locked");
    assertThat(found.get(0).span().from().line()).isEqualTo(4);
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly("CREATE TRIGGER t BEFORE INSERT ON lines EXECUTE FUNCTION f()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE a ADD COLUMN x int, ADD COLUMN y int",
        "ALTER TABLE a ADD COLUMN x int; ALTER TABLE public.a ADD COLUMN y int",
        "ALTER TABLE a ADD COLUMN x int; COMMIT; ALTER TABLE b ADD COLUMN y int",
        "CREATE TABLE a (x int); ALTER TABLE a ADD COLUMN y int; ALTER TABLE b ADD COLUMN y int",
        "ALTER TABLE a ADD COLUMN x int; UPDATE b SET x = 1 WHERE id = 1",
        "ALTER TABLE a ADD COLUMN x int; DROP TABLE b",
        "ALTER TABLE a ADD COLUMN x int; CREATE INDEX i ON b (x)",
        "CREATE TABLE n (x int REFERENCES a); CREATE TABLE m (x int REFERENCES b)",
        "TRUNCATE a, b",
        "LOCK TABLE a, b IN ACCESS EXCLUSIVE MODE; ALTER TABLE a ADD COLUMN x int",
        "ALTER TABLE a ADD COLUMN x int;"
            + " CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'TRUNCATE b'"
      })
  void keeps_silent_about_one_table_and_what_others_tell(String migration) {
    assertThat(findings(migration)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE a ADD COLUMN x int; DO $$ BEGIN ALTER TABLE b ADD COLUMN y int; END $$",
        "ALTER TABLE a ADD COLUMN x int; CREATE TABLE n (x int REFERENCES b)",
        "ALTER TABLE a ADD COLUMN x int; ALTER VIEW v RENAME TO w; ALTER TABLE b ADD COLUMN y int"
      })
  void knows_what_locks_a_table(String migration) {
    assertThat(findings(migration)).hasSize(1);
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new SeveralTablesLockedInTransaction(), "-- when\n" + migration);
  }
}
