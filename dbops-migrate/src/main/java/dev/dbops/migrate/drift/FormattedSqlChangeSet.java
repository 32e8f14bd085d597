package dev.dbops.migrate.drift;

import dev.dbops.migrate.drift.RepairChangeSet.Part;
import dev.dbops.migrate.drift.RepairChangeSet.Step;
import java.util.List;

/**
 * Changesets in Liquibase's formatted SQL. All statements of one are sent as one script, so that
 * nothing splits the bodies of functions.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">SQL changelogs</a>
 */
final class FormattedSqlChangeSet {
  /** Keeps what is withheld from reading like something that Liquibase means. */
  private static final String WITHHELD = "-- | ";

  private FormattedSqlChangeSet() {}

  static String write(List<Part> parts) {
    StringBuilder out = new StringBuilder("--liquibase formatted sql\n");
    parts.forEach(part -> write(part, out));
    return out.toString();
  }

  private static void write(Part part, StringBuilder out) {
    out.append('\n');
    if (part.runs()) {
      out.append("--changeset ")
          .append(RepairChangeSet.AUTHOR)
          .append(':')
          .append(part.id())
          .append(" splitStatements:false stripComments:false")
          .append(part.inTransaction() ? "" : " runInTransaction:false")
          .append('\n');
    }
    part.steps().forEach(step -> write(step, out));
    if (part.runs() && !part.rollback().isEmpty()) {
      for (String sql : part.rollback()) {
        (PlainText.of(sql) + ";")
            .lines()
            .forEach(line -> out.append("--rollback ").append(line).append('\n'));
      }
    }
  }

  private static void write(Step step, StringBuilder out) {
    if (step.withheld().isEmpty()) {
      out.append(PlainText.of(step.sql())).append(";\n");
      return;
    }
    out.append(WITHHELD).append("Not run: ").append(step.withheld().get()).append('\n');
    (PlainText.of(step.sql()) + ";")
        .lines()
        .forEach(line -> out.append(WITHHELD).append(line).append('\n'));
  }
}
