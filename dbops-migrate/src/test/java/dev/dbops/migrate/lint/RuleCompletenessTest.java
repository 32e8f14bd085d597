package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has all its parts. Run with {@code -Ddbops.docs=write} this test writes the pages that
 * it otherwise compares.
 */
class RuleCompletenessTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/dbops/migrate/lint/rules");
  private static final Path TESTS = Path.of("src/test/java/dev/dbops/migrate/lint/rules");
  private static final Path PAGES = Path.of("../docs/rules");
  private static final boolean WRITE = "write".equals(System.getProperty("dbops.docs"));

  static Stream<Rule> rules() {
    return BuiltInRules.all().stream();
  }

  @Test
  void every_rule_class_is_registered() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> classes =
          files
              .filter(RuleCompletenessTest::isRule)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();

      assertThat(rules().map(rule -> rule.getClass().getSimpleName()).sorted().toList())
          .isEqualTo(classes);
    }
  }

  @Test
  void the_rules_stand_in_the_order_of_their_ids() {
    assertThat(rules().map(rule -> rule.info().id()).toList()).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_has_a_test_and_examples(Rule rule) {
    assertThat(TESTS.resolve(rule.getClass().getSimpleName() + "Test.java")).exists();
    Path examples = Path.of("src/test/resources/rules").resolve(rule.info().id());
    assertThat(examples.resolve("bad.sql")).exists();
    assertThat(examples.resolve("good.sql")).exists();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_page_of_every_rule_is_up_to_date(Rule rule) throws IOException {
    check(PAGES.resolve(rule.info().id() + ".md"), RulePage.of(rule));
  }

  @Test
  void the_list_of_rules_is_up_to_date() throws IOException {
    check(PAGES.resolve("README.md"), RulePage.index(BuiltInRules.all()));
  }

  @Test
  void there_is_no_page_without_a_rule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      List<String> expected =
          Stream.concat(rules().map(rule -> rule.info().id() + ".md"), Stream.of("README.md"))
              .sorted()
              .toList();

      assertThat(pages.map(page -> page.getFileName().toString()).sorted().toList())
          .isEqualTo(expected);
    }
  }

  private static void check(Path page, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(PAGES);
      Files.writeString(page, text);
    }
    assertThat(page)
        .as(
            "write it with: mvn -pl dbops-migrate test -Dtest=RuleCompletenessTest -Ddbops.docs=write")
        .exists()
        .hasContent(text);
  }

  private static boolean isRule(Path file) {
    try {
      return Files.readString(file).contains("implements Rule {");
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
