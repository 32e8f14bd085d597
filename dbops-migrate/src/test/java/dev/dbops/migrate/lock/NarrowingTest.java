package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.testing.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NarrowingTest {
  /** A change of type, with a value that it may be hard on. */
  private record Case(String from, String to, String using, String value, String expected) {
    static Case of(String line) {
      String[] parts = line.split(";", -1);
      return new Case(
          parts[0].strip(),
          parts[1].strip(),
          parts[2].isBlank() ? "" : " USING " + parts[2].strip(),
          parts[3].strip(),
          parts[4].strip());
    }

    String create() {
      return "CREATE TABLE t (c " + from + ")";
    }

    String alter() {
      return "ALTER TABLE t ALTER c TYPE " + to + using;
    }
  }

  private static final List<Case> CASES =
      Script.read("narrowings.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Case::of)
          .toList();

  @Test
  void tells_what_becomes_of_the_values() {
    List<String> differences = new ArrayList<>();
    for (Case each : CASES) {
      String told = narrowing(each.create() + "; " + each.alter()).map(Enum::name).orElse("");
      if (!told.equals(each.expected())) {
        differences.add(each + " is told as " + told);
      }
    }

    assertThat(differences).isEmpty();
  }

  @PostgresTest
  void servers_do_to_the_values_what_is_told(ScratchDatabase database) throws SQLException {
    List<String> differences = new ArrayList<>();

    try (Connection connection = database.connection();
        java.sql.Statement statement = connection.createStatement()) {
      for (Case each : CASES) {
        String done = change(each, statement);
        boolean told =
            switch (each.expected()) {
              case "" -> done.equals("kept");
              case "REFUSES_LONGER", "REFUSES_LARGER" -> done.equals("refused");
              default -> done.equals("lost");
            };
        if (!told) {
          differences.add(each + " was " + done);
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  @Test
  void does_not_speak_of_what_it_does_not_know() {
    assertThat(narrowing("ALTER TABLE orders ALTER c TYPE integer")).isEmpty();
    assertThat(
            narrowing(
                "CREATE TABLE t (c text); ALTER TABLE t ALTER c TYPE varchar(3) USING left(c, 3)"))
        .isEmpty();
  }

  @Test
  void does_not_mind_columns_that_are_computed_again() {
    assertThat(
            narrowing(
                """
                CREATE TABLE t (k bigint, c bigint GENERATED ALWAYS AS (k % 10) STORED);
                ALTER TABLE t ALTER c TYPE integer\
                """))
        .isEmpty();
  }

  @Test
  void looks_into_domains() {
    assertThat(
            narrowing(
                """
                CREATE DOMAIN short AS varchar(5);
                CREATE TABLE t (c text);
                ALTER TABLE t ALTER c TYPE short\
                """))
        .contains(Narrowing.REFUSES_LONGER);
  }

  /** What the server did to the value. */
  private static String change(Case each, java.sql.Statement statement) throws SQLException {
    statement.execute("DROP TABLE IF EXISTS t");
    statement.execute(each.create());
    statement.execute("INSERT INTO t VALUES ('" + each.value() + "')");
    statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS kept (v text)");
    statement.execute("TRUNCATE kept");
    statement.execute("INSERT INTO kept SELECT c::text FROM t");
    try {
      statement.execute(each.alter());
    } catch (SQLException refused) {
      return "refused";
    }
    String back = "SELECT c::" + each.from() + "::text = (SELECT v FROM kept) FROM t";
    try (ResultSet row = statement.executeQuery(back)) {
      return row.next() && row.getBoolean(1) ? "kept" : "lost";
    } catch (SQLException unreadable) {
      return "lost";
    }
  }

  private static Optional<Narrowing> narrowing(String sql) {
    Script script = Script.of(sql);
    List<Statement> statements = script.statements();
    AlterTable alter = (AlterTable) statements.get(statements.size() - 1);
    return Narrowing.of(alter, (AlterColumnType) alter.actions().get(0), script.stateBeforeLast());
  }
}
