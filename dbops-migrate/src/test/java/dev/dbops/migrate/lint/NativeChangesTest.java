package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules find their hazards in the changes that Liquibase makes the SQL for. */
class NativeChangesTest {
  private static final Pattern COMMENT = Pattern.compile("<comment>(.*?)</comment>");

  /** All rules but the one that would fire on each of them. */
  private static final Map<String, Optional<Severity>> SEVERITIES =
      RuleSet.builtIn().rules().stream()
          .map(Rule::info)
          .collect(
              Collectors.toMap(
                  RuleInfo::id,
                  rule ->
                      Optional.of(rule.severity())
                          .filter(on -> !rule.id().equals("missing-lock-timeout"))));

  private static final Changelog CHANGELOG =
      Changelog.liquibase(
          "changelog.xml",
          ChangelogOptions.builder()
              .searchPath(Path.of("src/test/resources/changelog/changes"))
              .build());
  private static final LintReport REPORT =
      new ChangelogLinter(
              RuleSet.builtIn(),
              LintSettings.defaults().withSeverities(SEVERITIES),
              TableSizes.unknown(),
              Baseline.empty())
          .lint(CHANGELOG, Selection.all());

  static Stream<Arguments> changeSets() {
    return CHANGELOG.changeSets().stream()
        .filter(changeSet -> !changeSet.id().equals("given"))
        .map(changeSet -> Arguments.of(changeSet.id(), changeSet));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changeSets")
  void finds_in_each_change_what_its_comment_names(String id, ChangeSet changeSet) {
    List<Finding> findings =
        REPORT.findings().stream().filter(found -> found.changeSet().equals(changeSet)).toList();

    assertThat(findings.stream().map(found -> found.rule().id()).sorted().toList())
        .as(id)
        .isEqualTo(announced(changeSet));
    assertThat(findings).allMatch(found -> changeSet.span().contains(found.span()));
  }

  @Test
  void reads_and_analyses_all_of_it() {
    assertThat(REPORT.problems()).isEmpty();
    assertThat(REPORT.notAnalysed()).isEmpty();
  }

  private static List<String> announced(ChangeSet changeSet) {
    Matcher comment = COMMENT.matcher(changeSet.span().text());
    return comment.find() ? Stream.of(comment.group(1).split(" ")).sorted().toList() : List.of();
  }
}
