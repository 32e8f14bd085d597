package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.lint.rules.BuiltInRules;
import dev.dbops.migrate.online.OnlineStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lints examples with all rules at once, so that two reports for one cause show. */
public final class ExampleLint {
  /** Fires on nearly every migration, and would drown what the other examples are about. */
  private static final String LOCK_TIMEOUT = "missing-lock-timeout";

  private ExampleLint() {}

  /**
   * Lints for the newest version that the example is for, with the rule in question switched on.
   */
  public static LintReport report(Rule rule, Example example) {
    return report(rule, example.changelog(), Example.onlyWhen(), example.newestVersion());
  }

  /** Lints with the rule in question switched on. */
  static LintReport report(Rule rule, Changelog changelog, Selection selection, int version) {
    Map<String, Optional<Severity>> severities = new HashMap<>();
    severities.put(LOCK_TIMEOUT, Optional.empty());
    severities.put(rule.info().id(), Optional.of(rule.info().severity()));
    LintSettings settings =
        LintSettings.defaults().withTargetVersion(version).withSeverities(severities);
    return new ChangelogLinter(
            new RuleSet(BuiltInRules.all()), settings, TableSizes.unknown(), Baseline.empty())
        .lint(changelog, selection);
  }

  /** The findings, by rule and line. */
  public static List<Example.Expected> findings(Rule rule, Example example) {
    return report(rule, example).findings().stream()
        .map(finding -> new Example.Expected(finding.rule().id(), finding.span().from().line()))
        .toList();
  }

  /** The findings of one rule in a migration that is written down in a test. */
  public static List<Finding> findings(Rule rule, String migration) {
    Example example = Example.of("migration.sql", migration);
    return report(rule, example).findings().stream()
        .filter(finding -> finding.rule().id().equals(rule.info().id()))
        .toList();
  }

  /**
   * The findings of one rule in a changelog of Liquibase.
   *
   * @param folder where the changelog is written to
   * @param changeSets what stands in the {@code databaseChangeLog}, from the second line on
   */
  public static List<Finding> findingsInXml(Rule rule, Path folder, String changeSets)
      throws IOException {
    Files.writeString(
        folder.resolve("changelog.xml"),
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
        %s
        </databaseChangeLog>
        """
            .formatted(changeSets));
    return new ChangelogLinter(
            new RuleSet(List.of(rule)),
            LintSettings.defaults(),
            TableSizes.unknown(),
            Baseline.empty())
        .lint(
            Changelog.liquibase(
                "changelog.xml", ChangelogOptions.builder().searchPath(folder).build()),
            Selection.all())
        .findings();
  }

  /** The messages of one rule's findings in a migration that is written down in a test. */
  public static List<String> messages(Rule rule, String migration) {
    return findings(rule, migration).stream().map(Finding::message).toList();
  }

  /** What to run instead of the first thing that a rule finds in a migration. */
  public static List<String> fix(Rule rule, String migration) {
    return fix(findings(rule, migration).get(0));
  }

  /** What to run instead, statement by statement; empty if there is no such thing. */
  public static List<String> fix(Finding finding) {
    return finding.fix().stream()
        .flatMap(form -> form.steps().stream())
        .map(OnlineStep::sql)
        .toList();
  }
}
