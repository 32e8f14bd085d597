package dev.dbops.migrate.drift;

import dev.dbops.migrate.drift.RepairChangeSet.Part;
import dev.dbops.migrate.drift.RepairChangeSet.Step;
import java.util.List;

/** Changesets in Liquibase's XML, one change for each statement. */
final class XmlChangeSet {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <databaseChangeLog
          xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
      """;

  private XmlChangeSet() {}

  static String write(List<Part> parts) {
    StringBuilder out = new StringBuilder(HEAD);
    parts.forEach(part -> write(part, out));
    return out.append("</databaseChangeLog>\n").toString();
  }

  private static void write(Part part, StringBuilder out) {
    if (part.runs()) {
      out.append(
              "  <changeSet id=\"%s\" author=\"%s\"".formatted(part.id(), RepairChangeSet.AUTHOR))
          .append(part.inTransaction() ? "" : " runInTransaction=\"false\"")
          .append(">\n");
    }
    part.steps().forEach(step -> write(step, out));
    if (part.runs()) {
      if (!part.rollback().isEmpty()) {
        out.append("    <rollback>\n");
        part.rollback().forEach(sql -> sql(sql, out));
        out.append("    </rollback>\n");
      }
      out.append("  </changeSet>\n");
    }
  }

  private static void write(Step step, StringBuilder out) {
    if (step.withheld().isEmpty()) {
      sql(step.sql(), out);
    } else {
      out.append("    <!-- Not run: ")
          .append(comment(step.withheld().get()))
          .append('\n')
          .append(comment(PlainText.of(step.sql())))
          .append(";\n    -->\n");
    }
  }

  private static void sql(String sql, StringBuilder out) {
    out.append("    <sql splitStatements=\"false\" stripComments=\"false\">")
        .append(escaped(PlainText.of(sql)))
        .append("</sql>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Two hyphens would end a comment. */
  private static String comment(String text) {
    return text.replace("--", "- -").replace("--", "- -");
  }
}
