package dev.dbops.migrate.report;

import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.drift.Difference;
import dev.dbops.migrate.drift.DriftReport;
import dev.dbops.migrate.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A difference as all reports tell it: what it is, then expected and actual beside each other.
 *
 * @param severity by what it can do
 * @param what in a word: {@code missing}, {@code unexpected}, {@code changed}, {@code unvalidated},
 *     {@code invalid}, {@code reordered}
 * @param sentence the same with the thing's name
 * @param rows of what is there on one side only, what there is of it
 */
record SideBySide(Severity severity, FactKey key, String what, String sentence, List<Row> rows) {
  SideBySide {
    rows = List.copyOf(rows);
  }

  /**
   * An attribute.
   *
   * @param expected empty where the thing has what the server takes when nothing is said, or is not
   *     there at all
   * @param actual likewise
   */
  record Row(String attribute, Optional<String> expected, Optional<String> actual) {}

  static List<SideBySide> of(DriftReport report) {
    return report.differences().stream().map(each -> of(each, report.severity(each))).toList();
  }

  private static SideBySide of(Difference difference, Severity severity) {
    FactKey key = difference.key();
    if (difference instanceof Difference.Missing missing) {
      List<Row> rows =
          attributes(missing.expected()).stream()
              .map(each -> new Row(each.name(), Optional.of(each.value()), Optional.empty()))
              .toList();
      return new SideBySide(severity, key, "missing", key + " is missing", rows);
    }
    if (difference instanceof Difference.Unexpected unexpected) {
      List<Row> rows =
          attributes(unexpected.actual()).stream()
              .map(each -> new Row(each.name(), Optional.empty(), Optional.of(each.value())))
              .toList();
      return new SideBySide(severity, key, "unexpected", key + " is not expected", rows);
    }
    if (difference instanceof Difference.Unlike unlike) {
      return of(unlike, severity);
    }
    Difference.Reordered reordered = (Difference.Reordered) difference;
    Row order =
        new Row(
            "order",
            Optional.of(String.join(", ", reordered.expected())),
            Optional.of(String.join(", ", reordered.actual())));
    return new SideBySide(
        severity, key, "reordered", key + " has its parts in another order", List.of(order));
  }

  private static SideBySide of(Difference.Unlike unlike, Severity severity) {
    FactKey key = unlike.key();
    List<Row> rows = new ArrayList<>();
    unlike
        .changes()
        .forEach((name, change) -> rows.add(new Row(name, change.expected(), change.actual())));
    if (unlike instanceof Difference.Unvalidated) {
      return new SideBySide(
          severity, key, "unvalidated", key + " is not validated: rows may break it", rows);
    }
    if (unlike instanceof Difference.InvalidIndex) {
      return new SideBySide(
          severity,
          key,
          "invalid",
          key + " is invalid: its making failed half-way, and no query uses it",
          rows);
    }
    String names = String.join(", ", unlike.changes().keySet());
    return new SideBySide(severity, key, "changed", key + " differs: " + names, rows);
  }

  private record Attribute(String name, String value) {}

  private static List<Attribute> attributes(Fact fact) {
    List<Attribute> attributes = new ArrayList<>();
    fact.content().forEach((name, value) -> attributes.add(new Attribute(name, value)));
    if (!fact.members().isEmpty()) {
      attributes.add(new Attribute("members", String.join(", ", fact.members())));
    }
    return attributes;
  }
}
