package dev.dbops.migrate.drift;

import static dev.dbops.migrate.lint.Severity.ERROR;
import static dev.dbops.migrate.lint.Severity.INFO;
import static dev.dbops.migrate.lint.Severity.WARNING;
import static java.util.Map.entry;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.lint.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How bad a difference is, by what it can do. An error: statements that the migrations allow fail,
 * rows get in that they forbid, or somebody may see or do what they do not let him. A warning:
 * statements do something else, or are slower. A note: only who looks for it sees it.
 */
final class DifferenceSeverity {
  private DifferenceSeverity() {}

  /** Of a kind of thing: where it is missing, where it is not expected, where it is changed. */
  private record Row(Severity missing, Severity unexpected, Severity changed) {}

  private static final Row USUAL = new Row(ERROR, WARNING, WARNING);
  private static final Row STRICT = new Row(ERROR, ERROR, ERROR);

  private static final Map<String, Row> KINDS =
      Map.ofEntries(
          entry("comment", new Row(INFO, INFO, INFO)),
          entry("statistics", new Row(WARNING, INFO, WARNING)),
          entry("index", new Row(WARNING, WARNING, WARNING)),
          entry("owner", new Row(WARNING, WARNING, WARNING)),
          entry("setting", new Row(WARNING, WARNING, WARNING)),
          entry("constraint", STRICT),
          entry("domain constraint", STRICT),
          entry("not null constraint", new Row(ERROR, ERROR, WARNING)),
          entry("partition", STRICT),
          entry("policy", STRICT),
          entry("grant", STRICT),
          entry("default privileges", STRICT),
          entry("security label", STRICT));

  /** What weighs more than its kind. */
  private static final Map<String, Set<String>> ERRORS =
      Map.ofEntries(
          entry(
              "table",
              Set.of("row security", "row security forced", "persistence", "partitioned by")),
          entry(
              "column",
              Set.of("type", "not null", "collation", "generated", "generated as", "identity")),
          entry("index", Set.of("unique", "nulls not distinct")),
          entry("attribute", Set.of("type", "collation")),
          entry("domain", Set.of("type", "not null", "collation")),
          entry("enum", Set.of("members")),
          entry("range type", Set.of("subtype", "subtype_opclass", "collation")),
          entry("sequence", Set.of("type", "minimum", "maximum", "cycle", "increment")),
          entry(
              "view",
              Set.of("option security_barrier", "option security_invoker", "option check_option")),
          entry("function", Set.of("security definer", "leakproof", "arguments", "returns")),
          entry("procedure", Set.of("security definer", "arguments")),
          entry("trigger", Set.of("enabled")),
          entry("event trigger", Set.of("enabled")),
          entry("rule", Set.of("enabled")));

  /** What weighs less than its kind; names that begin with a word of these. */
  private static final List<String> NOTES =
      List.of(
          "option",
          "statistics",
          "storage",
          "compression",
          "tablespace",
          "clustered",
          "access",
          "cost",
          "rows",
          "support",
          "parallel");

  /**
   * How bad it is.
   *
   * @param actual the database
   */
  static Severity of(Difference difference, CatalogSnapshot actual) {
    FactKey key = difference.key();
    Row row = KINDS.getOrDefault(key.kind(), USUAL);
    if (difference instanceof Difference.Missing missing) {
      return isUnique(missing.expected()) ? ERROR : row.missing();
    }
    if (difference instanceof Difference.Unexpected unexpected) {
      return forbids(unexpected.actual(), actual) ? ERROR : row.unexpected();
    }
    if (difference instanceof Difference.Unlike unlike) {
      return unlike(unlike, row);
    }
    return INFO;
  }

  private static Severity unlike(Difference.Unlike unlike, Row row) {
    if (unlike instanceof Difference.Unvalidated) {
      return unlike.actual().is("not enforced") ? ERROR : WARNING;
    }
    if (unlike instanceof Difference.InvalidIndex) {
      return isUnique(unlike.expected()) ? ERROR : WARNING;
    }
    return unlike.changes().keySet().stream()
        .map(attribute -> changed(unlike.key().kind(), attribute, row))
        .max(Comparator.naturalOrder())
        .orElse(row.changed());
  }

  private static Severity changed(String kind, String attribute, Row row) {
    if (ERRORS.getOrDefault(kind, Set.of()).contains(attribute)) {
      return ERROR;
    }
    if (attribute.startsWith("not valid")) {
      return WARNING;
    }
    String word = attribute.split(" ", 2)[0];
    return NOTES.contains(word) ? INFO : row.changed();
  }

  /** Nothing but the index keeps duplicates out. */
  private static boolean isUnique(Fact fact) {
    return fact.is("unique")
        || Set.of("primary key", "unique", "exclude").contains(fact.attribute("type").orElse(""));
  }

  /** Whether it refuses rows that the migrations allow, or runs with more rights. */
  private static boolean forbids(Fact fact, CatalogSnapshot actual) {
    return fact.is("unique")
        || fact.is("security definer")
        || (fact.key().kind().equals("column")
            && isRequired(fact, actual)
            && Set.of("default", "generated", "identity").stream()
                .allMatch(name -> fact.attribute(name).isEmpty()));
  }

  private static boolean isRequired(Fact column, CatalogSnapshot in) {
    return column.is("not null")
        || in.in("not null constraint", column.key().container()).stream()
            .anyMatch(
                fact -> fact.attribute("column").orElse("").equals(column.key().simpleName()));
  }
}
