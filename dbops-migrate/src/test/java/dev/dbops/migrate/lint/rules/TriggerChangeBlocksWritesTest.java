package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerChangeBlocksWritesTest {
  @Test
  void tells_whom_each_change_stops() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TRIGGER "Prüfung" AFTER INSERT ON s."Städte" FOR EACH ROW EXECUTE PROCEDURE f();
            ALTER TABLE t
              ADD COLUMN a int,
              ENABLE REPLICA TRIGGER x,
              DISABLE TRIGGER USER;
            DROP TRIGGER IF EXISTS x ON t;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Creating \"Prüfung\" blocks writes of s.\"Städte\" meanwhile",
            "ENABLE REPLICA TRIGGER x blocks writes of t meanwhile",
            "DISABLE TRIGGER USER blocks writes of t meanwhile",
            "Dropping x blocks reads and writes of t meanwhile");
    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(2, 5, 6, 7);
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN DROP TRIGGER x ON t; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_on_new_tables_and_views() {
    List<Finding> found =
        findings(
            """
            -- given
            CREATE VIEW v AS SELECT 1 AS a;
            -- when
            CREATE TABLE n (id int);
            CREATE TRIGGER x AFTER INSERT ON n FOR EACH ROW EXECUTE PROCEDURE f();
            ALTER TABLE n DISABLE TRIGGER x;
            DROP TRIGGER x ON n;
            CREATE TRIGGER x INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE PROCEDURE f();
            DROP RULE r ON t;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new TriggerChangeBlocksWrites(), migration);
  }
}
