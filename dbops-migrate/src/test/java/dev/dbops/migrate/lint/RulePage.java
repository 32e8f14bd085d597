package dev.dbops.migrate.lint;

import dev.dbops.migrate.lock.Work;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page of a rule in docs/rules, made from what the rule says of itself and from its examples.
 */
final class RulePage {
  private RulePage() {}

  static String of(Rule rule) throws IOException {
    RuleInfo info = rule.info();
    Example bad = Example.of(info, "bad");
    Example good = Example.of(info, "good");
    StringBuilder page = new StringBuilder();
    page.append("# ").append(info.id()).append("\n\n");
    page.append(info.title()).append(".\n\n");
    page.append(facts(info)).append("\n");
    page.append("## What happens\n\n").append(info.why()).append("\n\n");
    page.append("## Example\n\n```sql\n").append(bad.migration()).append("```\n\n");
    page.append("dbops says:\n\n```text\n").append(report(rule, bad)).append("```\n\n");
    page.append("## Instead\n\n").append(info.instead()).append("\n\n");
    page.append("```sql\n").append(good.migration()).append("```\n\n");
    if (!info.exemptions().isEmpty()) {
      page.append("## When it keeps silent\n\n");
      info.exemptions().forEach(each -> page.append("- ").append(each).append("\n"));
      page.append("\n");
    }
    page.append("## Further\n\n- [PostgreSQL's documentation](")
        .append(info.documentation())
        .append(")\n- Accept a danger that you know: `-- dbops:ignore ")
        .append(info.id())
        .append(": why`\n");
    return page.toString();
  }

  private static String facts(RuleInfo info) {
    String lock =
        info.lock()
            .map(
                mode ->
                    mode.sql()
                        + (info.work().isEmpty() ? ", for a moment" : ", while it " + work(info)))
            .orElse("none");
    return """
        | | |
        |---|---|
        | Severity | %s |
        | Blocks | %s |
        | Lock | %s |
        | On by default | %s |
        """
        .formatted(
            info.severity().name().toLowerCase(Locale.ROOT),
            info.blocks().words(),
            lock,
            info.enabled() ? "yes" : "no");
  }

  private static String work(RuleInfo info) {
    return info.work().stream().sorted().map(Work::words).collect(Collectors.joining(" and "));
  }

  private static String report(Rule rule, Example example) throws IOException {
    LintReport report = ExampleLint.report(rule, example);
    List<Finding> own =
        report.findings().stream()
            .filter(finding -> finding.rule().id().equals(rule.info().id()))
            .toList();
    LintReport shown =
        new LintReport(
            report.targetVersion(),
            own,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            report.scope());
    StringBuilder text = new StringBuilder();
    new TextReport(false).write(shown, text);
    // The changeset's name in front and the summary behind say nothing of the rule.
    String findings = text.substring(text.indexOf("\n\n") + 2);
    return findings.substring(0, findings.lastIndexOf("\n\n") + 1);
  }

  /** The list of all rules. */
  static String index(List<Rule> rules) {
    StringBuilder page = new StringBuilder();
    page.append("# Rules\n\n");
    page.append("What dbops finds in a changelog. Severities can be changed in `dbops.yaml`.\n\n");
    page.append("| Rule | Danger | Severity | Blocks |\n|---|---|---|---|\n");
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      page.append("| [")
          .append(info.id())
          .append("](")
          .append(info.id())
          .append(".md) | ")
          .append(info.title())
          .append(" | ")
          .append(info.severity().name().toLowerCase(Locale.ROOT))
          .append(info.enabled() ? "" : ", off by default")
          .append(" | ")
          .append(info.blocks().words())
          .append(" |\n");
    }
    return page.toString();
  }
}
