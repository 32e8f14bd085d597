package dev.dbops.migrate.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.Ignore;
import dev.dbops.migrate.drift.Rename;
import dev.dbops.migrate.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sentences that several reports of drift share. */
final class DriftWording {
  /** What stands where a side has nothing to show. */
  static final String NOTHING = "—";

  private DriftWording() {}

  /** {@code 3 differences (1 error, 2 warnings, 0 notes) from the migrations in db/x.xml}. */
  static String summary(DriftReport report) {
    if (!report.hasDrift()) {
      return "No differences from " + report.origin();
    }
    Map<Severity, Long> counts =
        report.differences().stream().collect(groupingBy(report::severity, counting()));
    return "%s (%s, %s, %s) from %s"
        .formatted(
            Wording.counted(report.differences().size(), "difference"),
            Wording.counted(counts.getOrDefault(Severity.ERROR, 0L), "error"),
            Wording.counted(counts.getOrDefault(Severity.WARNING, 0L), "warning"),
            Wording.counted(counts.getOrDefault(Severity.INFO, 0L), "note"),
            report.origin());
  }

  /** How what the database remembers of its migrations differs from the files, a line each. */
  static List<String> history(DriftReport report) {
    return report.history().stream()
        .map(each -> Wording.word(each.severity()) + ": " + each.inWords())
        .toList();
  }

  /** What readers have to know beside the differences, a sentence each. */
  static List<String> notes(DriftReport report) {
    List<String> notes = new ArrayList<>(report.notes());
    for (Rename rename : report.renames()) {
      notes.add("%s: if so, %s keeps it in the database".formatted(rename, rename.ofDatabase()));
    }
    for (Ignore unused : report.unusedIgnores()) {
      notes.add("This ignore rule matches nothing, remove it: " + unused);
    }
    return notes;
  }
}
