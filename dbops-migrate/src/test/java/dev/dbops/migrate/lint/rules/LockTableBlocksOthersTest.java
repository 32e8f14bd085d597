package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockTableBlocksOthersTest {
  @Test
  void tells_whom_the_mode_stops() {
    List<Finding> found =
        findings(
            """
            -- when
            LOCK s."Städte", t;
            LOCK TABLE t IN EXCLUSIVE MODE NOWAIT;
            LOCK ONLY t IN SHARE ROW EXCLUSIVE MODE;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "LOCK TABLE in mode ACCESS EXCLUSIVE blocks reads and writes of s.\"Städte\" and t until the transaction ends: say why",
            "LOCK TABLE in mode EXCLUSIVE blocks writes of t until the transaction ends: say why",
            "LOCK TABLE in mode SHARE ROW EXCLUSIVE blocks writes of t until the transaction ends: say why");
  }

  @Test
  void looks_into_do_blocks() {
    List<Finding> found =
        findings(
            """
            -- when
            DO $$ BEGIN LOCK TABLE t; END $$;
            """);

    assertThat(found).hasSize(1);
  }

  @Test
  void keeps_silent_where_nobody_waits() {
    List<Finding> found =
        findings(
            """
            -- when
            CREATE TABLE n (id int);
            CREATE TEMPORARY TABLE tt (id int);
            LOCK TABLE n;
            LOCK TABLE tt;
            LOCK TABLE t IN ACCESS SHARE MODE;
            LOCK TABLE t IN ROW EXCLUSIVE MODE;
            LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE;
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN LOCK TABLE t; END $$;
            """);

    assertThat(found).isEmpty();
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new LockTableBlocksOthers(), migration);
  }
}
