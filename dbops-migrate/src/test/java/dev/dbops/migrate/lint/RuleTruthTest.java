package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import dev.dbops.migrate.lint.rules.CreateIndexBlocksWrites;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule's examples, on live servers. */
class RuleTruthTest {
  @Test
  void servers_do_in_the_examples_of_rules_what_is_predicted() {
    List<String> differences = new ArrayList<>();
    int compared = 0;

    for (int version : Postgres.majors()) {
      for (Rule rule : BuiltInRules.all()) {
        for (String kind : List.of("bad", "good")) {
          Example example = Example.of(rule.info(), kind);
          if (example.oldestVersion() <= version && version <= example.newestVersion()) {
            ExampleTruth truth =
                ExampleTruth.of(rule.info().id() + "/" + kind, example, Postgres.major(version));
            compared += truth.compared();
            differences.addAll(truth.differences());
          }
        }
      }
    }

    System.out.printf("examples: %d pairs of statement and version compared%n", compared);
    assertThat(compared).isPositive();
    assertThat(differences).isEmpty();
  }

  @Test
  void rules_tell_the_lock_that_servers_take() {
    List<String> differences = new ArrayList<>();

    for (Rule rule : BuiltInRules.all()) {
      Example example = Example.of(rule.info(), "bad");
      int version = Postgres.majors().last();
      if (rule.info().lock().isPresent() && version <= example.newestVersion()) {
        ExampleTruth truth = ExampleTruth.of(rule.info().id(), example, Postgres.major(version));
        differences.addAll(differences(rule.info(), example, truth));
      }
    }

    assertThat(differences).isEmpty();
  }

  @Test
  void a_rule_that_tells_another_lock_or_work_is_a_difference() {
    Rule rule = new CreateIndexBlocksWrites();
    Example example = Example.of(rule.info(), "bad");
    ExampleTruth truth = ExampleTruth.of("wrong", example, Postgres.newest());

    RuleInfo right = told(rule.info(), LockMode.SHARE, Work.INDEX_BUILD);
    RuleInfo wrongLock = told(rule.info(), LockMode.EXCLUSIVE, Work.INDEX_BUILD);
    RuleInfo wrongWork = told(rule.info(), LockMode.SHARE, Work.REWRITE);

    assertThat(differences(right, example, truth)).isEmpty();
    assertThat(differences(wrongLock, example, truth)).hasSize(1);
    assertThat(differences(wrongWork, example, truth)).hasSize(1);
  }

  private static RuleInfo told(RuleInfo rule, LockMode lock, Work work) {
    return RuleInfo.rule(rule.id())
        .title(rule.title())
        .severity(rule.severity())
        .blocks(rule.blocks())
        .lock(lock, work)
        .why(rule.why())
        .instead(rule.instead())
        .documentation(rule.documentation())
        .build();
  }

  /** Of each statement that the rule finds and that could be seen alone. */
  private static List<String> differences(RuleInfo rule, Example example, ExampleTruth truth) {
    List<String> differences = new ArrayList<>();
    for (Example.Expected expected : example.expected()) {
      if (expected.rule().equals(rule.id())) {
        truth.seen().stream()
            .filter(seen -> seen.isOn(expected.line()))
            .filter(seen -> !seen.takes(rule.lock().orElseThrow()) || !seen.does(rule.work()))
            .map(seen -> rule.id() + " tells " + rule.lock() + rule.work() + ", but " + seen)
            .forEach(differences::add);
      }
    }
    return differences;
  }
}
