package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
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
}
