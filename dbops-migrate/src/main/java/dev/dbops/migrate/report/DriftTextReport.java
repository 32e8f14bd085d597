package dev.dbops.migrate.report;

import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.drift.HistoryDifference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** For a terminal: each difference with what was expected and what there is, then the repair. */
public final class DriftTextReport implements ReportFormat<DriftReport> {
  /** A function has hundreds of lines; the page shows them all beside each other. */
  private static final int SHOWN_LINES = 12;

  private final Paint paint;

  /**
   * @param colour whether to use the colours of a terminal
   */
  public DriftTextReport(boolean colour) {
    this.paint = new Paint(colour);
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String fileName() {
    return "dbops-drift.txt";
  }

  @Override
  public void write(DriftReport report, Appendable out) throws IOException {
    for (SideBySide difference : SideBySide.of(report)) {
      out.append(paint.severity(difference.severity()))
          .append(" ")
          .append(paint.bold(Printable.of(difference.sentence())))
          .append("\n");
      if (!difference.what().equals("missing") && !difference.what().equals("unexpected")) {
        for (SideBySide.Row row : difference.rows()) {
          out.append(Printable.of(told(row)));
        }
      }
    }
    String repair = RepairText.of(report.repairOfDatabase());
    if (!repair.isEmpty()) {
      out.append("\nThis makes the database what it should be:\n\n")
          .append(Printable.of(repair.indent(2)))
          .append("\n");
    }
    for (HistoryDifference difference : report.history()) {
      out.append(paint.severity(difference.severity()))
          .append(" in the history of migrations: ")
          .append(Printable.of(difference.inWords()))
          .append("\n");
    }
    for (String note : DriftWording.notes(report)) {
      out.append("note: ").append(Printable.of(note)).append("\n");
    }
    out.append(paint.bold(Printable.of(DriftWording.summary(report)))).append(".\n");
  }

  private static String told(SideBySide.Row row) {
    int from = firstDifferentLine(row);
    String place = from > 0 ? ", from line " + (from + 1) : "";
    return "  "
        + row.attribute()
        + place
        + "\n    expected "
        + lines(row.expected(), from)
        + "\n    actual   "
        + lines(row.actual(), from)
        + "\n";
  }

  private static int firstDifferentLine(SideBySide.Row row) {
    List<String> expected = row.expected().orElse("").lines().toList();
    List<String> actual = row.actual().orElse("").lines().toList();
    int line = 0;
    while (line < Math.min(expected.size(), actual.size())
        && expected.get(line).equals(actual.get(line))) {
      line++;
    }
    return line;
  }

  private static String lines(Optional<String> value, int from) {
    if (value.isEmpty()) {
      return DriftWording.NOTHING;
    }
    List<String> lines = value.get().lines().skip(from).toList();
    int rest = lines.size() - SHOWN_LINES;
    String shown =
        String.join("\n             ", lines.subList(0, Math.min(lines.size(), SHOWN_LINES)));
    return rest > 0 ? shown + "\n             … and " + Wording.counted(rest, "line") : shown;
  }
}
