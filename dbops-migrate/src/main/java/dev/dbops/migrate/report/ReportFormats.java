package dev.dbops.migrate.report;

import dev.dbops.migrate.error.DbopsException;
import java.util.List;
import java.util.stream.Collectors;

/** The formats that dbops knows. */
public final class ReportFormats {
  private ReportFormats() {}

  public static List<ReportFormat> all() {
    return List.of(
        new TextReport(false),
        new JsonReport(),
        new SarifReport(),
        new JUnitReport(),
        new GitHubReport(),
        new GitLabReport(),
        new HtmlReport());
  }

  /**
   * The format of an id.
   *
   * @throws DbopsException if there is none
   */
  public static ReportFormat byId(String id) {
    return all().stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new DbopsException(
                    "There is no report format \"" + id + "\"",
                    "choose from "
                        + all().stream().map(ReportFormat::id).collect(Collectors.joining(", "))));
  }
}
