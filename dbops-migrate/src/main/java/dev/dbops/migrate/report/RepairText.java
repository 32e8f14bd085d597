package dev.dbops.migrate.report;

import dev.dbops.migrate.drift.RepairStep;
import java.util.List;
import java.util.stream.Collectors;

/** Steps of a repair as SQL to run; those that lose rows as comments, until somebody accepts it. */
final class RepairText {
  private RepairText() {}

  static String of(List<RepairStep> steps) {
    return steps.stream().map(RepairText::of).collect(Collectors.joining());
  }

  private static String of(RepairStep step) {
    String sql = step.statements().stream().map(each -> each + ";\n").collect(Collectors.joining());
    return step.losesData()
        ? "-- This loses the data of "
            + step.key().toString().replaceAll("\\R", " ")
            + ". Take the dashes away to accept that.\n"
            + sql.lines().map(line -> "-- " + line + "\n").collect(Collectors.joining())
        : sql;
  }
}
