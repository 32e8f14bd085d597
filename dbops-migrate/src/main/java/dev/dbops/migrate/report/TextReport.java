package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.NotAnalysed;
import dev.dbops.migrate.lint.Suppression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For a terminal: findings by changeset, each with its place, the danger and what to do instead.
 */
public final class TextReport implements ReportFormat<LintReport> {
  /**
   * Changesets whose findings are shown in full when the whole history is linted; the newest ones.
   */
  private static final int SHOWN_CHANGESETS = 20;

  private final Paint paint;

  /**
   * @param colour whether to use the colours of a terminal
   */
  public TextReport(boolean colour) {
    this.paint = new Paint(colour);
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String fileName() {
    return "dbops-lint.txt";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    for (ReadProblem problem : report.problems()) {
      out.append(problem(problem));
    }
    List<List<Finding>> byChangeSet = report.byChangeSet();
    boolean history = report.scope().selection().isEmpty() && byChangeSet.size() > SHOWN_CHANGESETS;
    int old = history ? byChangeSet.size() - SHOWN_CHANGESETS : 0;
    if (history) {
      out.append(oldOnes(byChangeSet.subList(0, old)));
    }
    for (List<Finding> findings : byChangeSet.subList(old, byChangeSet.size())) {
      out.append(paint.bold(Printable.of(findings.get(0).changeSet().displayName())))
          .append("\n\n");
      for (Finding finding : findings) {
        out.append(finding(finding));
      }
    }
    notAnalysed(report, out);
    for (Suppression unused : report.unusedSuppressions()) {
      out.append(unused.comment().toString())
          .append(": this suppression of ")
          .append(unused.rule())
          .append(" accepts nothing: remove it\n");
    }
    out.append(paint.bold(Wording.summary(report))).append(".").append(rest(report)).append("\n");
  }

  private String problem(ReadProblem problem) {
    return Printable.of(problem.span().toString())
        + ": "
        + paint.painted("31", "problem")
        + ": "
        + Printable.of(problem.inWords())
        + "\n\n";
  }

  /** What is long done is summed up: nobody mends eight hundred old changesets. */
  private static String oldOnes(List<List<Finding>> old) {
    Map<String, Integer> counts = new TreeMap<>();
    old.forEach(group -> group.forEach(each -> counts.merge(each.rule().id(), 1, Integer::sum)));
    StringBuilder text = new StringBuilder();
    text.append(Wording.counted(old.size(), "older changeset")).append(" with findings:\n");
    counts.forEach((rule, count) -> text.append(String.format("  %5d  %s%n", count, rule)));
    return text.append(
            """
            They are history. To see only what is new, name a commit (since), a database (url) or
            a baseline (baseline; write one with writeBaseline).

            """)
        .toString();
  }

  private String finding(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(paint.severity(finding.severity()))
        .append(" [")
        .append(finding.rule().id())
        .append("] ")
        .append(paint.bold(Printable.of(finding.message())))
        .append("\n  at ")
        .append(Printable.of(finding.span().toString()))
        .append("\n")
        .append(Printable.of(Excerpt.of(finding.span())));
    boolean generated = !finding.span().text().contains(finding.statement());
    if (generated && !finding.statement().contains(finding.span().text())) {
      text.append("  runs: ")
          .append(Printable.of(finding.statement().lines().findFirst().orElse("")))
          .append("\n");
    }
    text.append("  ").append(Printable.of(Wording.lock(finding))).append("\n");
    finding
        .fix()
        .ifPresentOrElse(
            fix -> text.append("  instead:\n").append(Printable.of(FixText.of(fix)).indent(4)),
            () -> text.append("  instead: ").append(finding.rule().instead()).append("\n"));
    return text.append("  see ").append(finding.rule().documentation()).append("\n\n").toString();
  }

  private void notAnalysed(LintReport report, Appendable out) throws IOException {
    if (report.notAnalysed().isEmpty()) {
      return;
    }
    Map<String, List<NotAnalysed>> byReason = new LinkedHashMap<>();
    report
        .notAnalysed()
        .forEach(
            each -> byReason.computeIfAbsent(each.reason(), key -> new ArrayList<>()).add(each));
    out.append(paint.bold("Not analysed, and so not known to be safe:")).append("\n");
    for (Map.Entry<String, List<NotAnalysed>> group : byReason.entrySet()) {
      out.append("  ").append(Printable.of(group.getKey())).append(":\n");
      for (NotAnalysed each : group.getValue()) {
        out.append("    ").append(Printable.of(each.span() + "  " + each.what()));
        out.append("\n");
      }
    }
    out.append("\n");
  }

  private static String rest(LintReport report) {
    StringBuilder rest = new StringBuilder();
    LintReport.Scope scope = report.scope();
    append(rest, report.notAnalysed().size(), "not analysed");
    append(rest, report.suppressed().size(), "accepted by a comment");
    append(rest, report.baselined().size(), "known to the baseline");
    append(rest, scope.smallTables(), "let off because the table is small");
    return rest.toString();
  }

  private static void append(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(" ").append(count).append(" ").append(what).append(".");
    }
  }
}
