package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.lint.rules.BuiltInRules;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sketches of fixes, as far as a server can run them as they are. */
class StepsByHandTest {
  /** Of these each step by hand is whole, but for the place where the batch before ended. */
  private static final Set<String> RULES =
      Set.of(
          "collation-change-rebuilds-indexes",
          "column-type-change-rewrites",
          "enforced-constraint-blocks-reads-and-writes",
          "generated-expression-change-rewrites",
          "type-change-rebuilds-indexes",
          "type-narrowing-loses-data",
          "view-prevents-type-change");

  @Test
  void servers_accept_the_steps_by_hand_one_after_the_other() throws SQLException {
    List<String> refused = new ArrayList<>();
    int run = 0;

    for (int version : Postgres.majors()) {
      for (Rule rule : BuiltInRules.all()) {
        Example example = Example.of(rule.info(), "bad");
        if (RULES.contains(rule.info().id())
            && example.oldestVersion() <= version
            && version <= example.newestVersion()) {
          for (Finding finding :
              ExampleLint.report(rule, example.changelog(), Example.onlyWhen(), version)
                  .findings()) {
            run++;
            refusal(example, finding, version)
                .ifPresent(
                    refusal -> refused.add(rule.info().id() + " on " + version + ": " + refusal));
          }
        }
      }
    }

    assertThat(run).isPositive();
    assertThat(refused).isEmpty();
  }

  private static Optional<String> refusal(Example example, Finding finding, int version)
      throws SQLException {
    try (ScratchDatabase database = Postgres.major(version).create();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String each : statements(example.given().text())) {
        statement.execute(each);
      }
      Rows.fill(connection);
      for (OnlineStep step : finding.fix().orElseThrow().steps()) {
        for (String each : statements(step.sql().replace(":last", "'0'"))) {
          try {
            statement.execute(each);
          } catch (SQLException refused) {
            return Optional.of(refused.getMessage() + " at\n" + each);
          }
        }
      }
      return Optional.empty();
    }
  }

  private static List<String> statements(String sql) {
    return Splitter.split(SqlText.verbatim(SourceFile.of("steps.sql", sql).whole())).stream()
        .map(RawStatement::text)
        .toList();
  }
}
