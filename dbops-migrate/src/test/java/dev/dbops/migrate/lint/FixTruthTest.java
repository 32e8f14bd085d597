package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import dev.dbops.migrate.lint.rules.CreateIndexBlocksWrites;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.testing.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every fix of every rule's examples, pasted in and run on live servers. */
class FixTruthTest {
  @Test
  void fixes_run_on_tables_with_rows_and_have_no_hazard_themselves()
      throws IOException, SQLException {
    Trial trial = new Trial();

    for (int version : Postgres.majors()) {
      for (Rule rule : BuiltInRules.all()) {
        for (String name : Example.names(rule.info())) {
          Example example = Example.of(rule.info(), name);
          if (example.oldestVersion() <= version && version <= example.newestVersion()) {
            trial.of(rule, name, example, version);
          }
        }
      }
    }

    System.out.println(trial);
    assertThat(trial.failures).isEmpty();
    assertThat(trial.complete).isGreaterThan(Postgres.majors().size() * 30);
  }

  @Test
  void a_broken_fix_is_a_failure() throws SQLException {
    Rule rule = new CreateIndexBlocksWrites();
    Example example = Example.of(rule.info(), "bad");
    int version = Postgres.majors().last();
    Finding finding = ExampleLint.report(rule, example).findings().get(0);

    Trial refused = new Trial();
    refused.of(rule, "refused", example, finding, transactional(finding), version);
    Trial hazardous = new Trial();
    hazardous.of(rule, "hazardous", example, finding, unchanged(finding), version);

    assertThat(refused.failures)
        .anyMatch(failure -> failure.contains("cannot run inside a transaction block"));
    assertThat(hazardous.failures)
        .singleElement()
        .asString()
        .contains("create-index-blocks-writes still finds");
  }

  private static OnlineForm transactional(Finding finding) {
    return OnlineForm.safe(
        OnlineStep.inTransaction(finding.fix().orElseThrow().steps().get(0).sql(), ""));
  }

  private static OnlineForm unchanged(Finding finding) {
    return OnlineForm.safe(OnlineStep.inTransaction(finding.statement(), ""));
  }

  /** What came of trying fixes. */
  private static final class Trial {
    private final List<String> failures = new ArrayList<>();
    private int complete;
    private int begun;
    private int nested;

    void of(Rule rule, String name, Example example, int version) throws SQLException {
      for (Finding finding :
          ExampleLint.report(rule, example.changelog(), Example.onlyWhen(), version).findings()) {
        if (finding.fix().isPresent()) {
          of(rule, name, example, finding, finding.fix().get(), version);
        }
      }
    }

    void of(Rule rule, String name, Example example, Finding finding, OnlineForm fix, int version)
        throws SQLException {
      Optional<FixedExample> fixed = FixedExample.of(example, finding, fix, version);
      if (fixed.isEmpty()) {
        nested++;
        return;
      }
      if (fixed.get().complete()) {
        complete++;
      } else {
        begun++;
      }
      String where =
          "%s/%s on PostgreSQL %d, %s:\n  "
              .formatted(rule.info().id(), name, version, finding.rule().id());
      fixed.get().run(Postgres.major(version)).ifPresent(refusal -> failures.add(where + refusal));
      fixed.get().findings(rule, version).stream()
          .filter(left -> left.changeSet().id().startsWith("step"))
          .filter(
              left ->
                  left.rule().equals(finding.rule())
                      || (left.severity() == Severity.ERROR
                          && !left.statement().equals(finding.statement())))
          .map(left -> where + left.rule().id() + " still finds " + left.statement())
          .forEach(failures::add);
    }

    @Override
    public String toString() {
      return "fixes: %d run to their end, %d up to a step by hand, %d inside other statements"
          .formatted(complete, begun, nested);
    }
  }
}
