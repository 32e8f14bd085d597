package dev.dbops.migrate.drift;

import dev.dbops.migrate.drift.RepairChangeSet.Part;
import dev.dbops.migrate.drift.RepairChangeSet.Step;
import java.util.List;

/** Changesets in Liquibase's YAML, one change for each statement. */
final class YamlChangeSet {
  private YamlChangeSet() {}

  static String write(List<Part> parts) {
    StringBuilder out = new StringBuilder("databaseChangeLog:\n");
    boolean empty = parts.stream().noneMatch(Part::runs);
    parts.forEach(part -> write(part, out));
    return empty ? out + "  []\n" : out.toString();
  }

  private static void write(Part part, StringBuilder out) {
    if (part.runs()) {
      out.append("  - changeSet:\n      id: ")
          .append(part.id())
          .append("\n      author: ")
          .append(RepairChangeSet.AUTHOR)
          .append('\n')
          .append(part.inTransaction() ? "" : "      runInTransaction: false\n")
          .append("      changes:\n");
    }
    part.steps().forEach(step -> write(step, out));
    if (part.runs() && !part.rollback().isEmpty()) {
      out.append("      rollback:\n");
      part.rollback().forEach(sql -> sql(sql, out));
    }
  }

  private static void write(Step step, StringBuilder out) {
    if (step.withheld().isEmpty()) {
      sql(step.sql(), out);
    } else {
      out.append("        # Not run: ").append(step.withheld().get()).append('\n');
      (PlainText.of(step.sql()) + ";")
          .lines()
          .forEach(line -> out.append("        # ").append(line).append('\n'));
    }
  }

  /** A block keeps lines as they are; one number says how far it stands in. */
  private static void sql(String sql, StringBuilder out) {
    out.append(
            "        - sql:\n            splitStatements: false\n            stripComments: false\n")
        .append("            sql: |2-\n");
    PlainText.of(sql)
        .lines()
        .forEach(line -> out.append("              ").append(line).append('\n'));
  }
}
