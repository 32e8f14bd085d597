package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

  static Stream<Arguments> furtherExamples() throws IOException {
    List<Arguments> examples = new ArrayList<>();
    for (Rule rule : BuiltInRules.all()) {
      Example.names(rule.info()).stream()
          .filter(name -> !name.equals("bad") && !name.equals("good"))
          .forEach(name -> examples.add(Arguments.of(rule.info().id(), rule, name)));
    }
    return examples.stream();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("furtherExamples")
  void finds_what_a_further_example_announces_and_nothing_else(String id, Rule rule, String name) {
    Example example = Example.of(rule.info(), name);

    List<Example.Expected> found = ExampleLint.findings(rule, example);

    assertThat(found).as(id).containsExactlyInAnyOrderElementsOf(example.expected());
  }
}
