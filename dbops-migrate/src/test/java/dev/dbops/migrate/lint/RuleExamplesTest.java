package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleExamplesTest {
  static Stream<Rule> rules() {
    return BuiltInRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void finds_what_its_bad_example_announces_and_nothing_else(Rule rule) {
    Example example = Example.of(rule.info(), "bad");

    List<Example.Expected> found = ExampleLint.findings(rule, example);

    assertThat(found).containsExactlyInAnyOrderElementsOf(example.expected());
    assertThat(found).anyMatch(expected -> expected.rule().equals(rule.info().id()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void finds_nothing_in_its_good_example(Rule rule) {
    Example example = Example.of(rule.info(), "good");

    List<Example.Expected> found = ExampleLint.findings(rule, example);

    assertThat(found).isEmpty();
  }
}
