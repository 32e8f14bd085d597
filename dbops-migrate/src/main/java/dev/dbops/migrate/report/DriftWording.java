package dev.dbops.migrate.report;

import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.Ignore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sentences that several reports of drift share. */
final class DriftWording {
  /** What stands where a side has nothing to show. */
  static final String NOTHING = "—";

  private DriftWording() {}

  /** {@code 3 differences (2 changed, 1 missing) from the migrations in db/changelog.xml}. */
  static String summary(DriftReport report) {
    if (!report.hasDrift()) {
      return "No differences from " + report.origin();
    }
    Map<String, Integer> counts = new TreeMap<>();
    SideBySide.of(report).forEach(each -> counts.merge(each.what(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(
            Collectors.joining(
                ", ",
                Wording.counted(report.differences().size(), "difference") + " (",
                ") from " + report.origin()));
  }

  /** What readers have to know beside the differences, a sentence each. */
  static List<String> notes(DriftReport report) {
    List<String> notes = new ArrayList<>(report.notes());
    for (Ignore unused : report.unusedIgnores()) {
      notes.add("This ignore rule matches nothing, remove it: " + unused);
    }
    return notes;
  }
}
