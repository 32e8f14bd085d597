package dev.dbops.migrate.report;

import dev.dbops.migrate.drift.DriftReport;
import java.io.IOException;

/** The SQL that makes the database what it should be, as a script. */
public final class RepairScript implements ReportFormat<DriftReport> {
  @Override
  public String id() {
    return "sql";
  }

  @Override
  public String fileName() {
    return "dbops-drift-repair.sql";
  }

  @Override
  public void write(DriftReport report, Appendable out) throws IOException {
    out.append("-- ")
        .append(DriftWording.summary(report).replaceAll("\\R", " "))
        .append("\n")
        .append(RepairText.of(report.repairOfDatabase()));
  }
}
