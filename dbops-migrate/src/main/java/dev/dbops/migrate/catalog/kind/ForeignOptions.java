package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.stream.Collectors;

/** The options of foreign things, as they stand in SQL. */
final class ForeignOptions {
  private static final String TO_BE_SET = "'' /* a secret: to be set by hand */";

  private ForeignOptions() {}

  /**
   * OPTIONS with all of a fact, after a space; empty if it has none.
   *
   * @param prefix how the names of their attributes begin
   */
  static String all(Fact fact, String prefix) {
    String options =
        fact.attributes().entrySet().stream()
            .filter(option -> option.getKey().startsWith(prefix))
            .map(
                option ->
                    SqlIdentifier.quote(option.getKey().substring(prefix.length()))
                        + ' '
                        + value(option.getValue()))
            .collect(Collectors.joining(", "));
    return options.isEmpty() ? "" : " OPTIONS (" + options + ")";
  }

  /** OPTIONS with ADD, SET or DROP of one. */
  static String change(String attribute, String prefix, Fact from, Fact to) {
    String option = SqlIdentifier.quote(attribute.substring(prefix.length()));
    return to.attribute(attribute)
        .map(
            value ->
                "OPTIONS (%s %s %s)"
                    .formatted(
                        from.attribute(attribute).isPresent() ? "SET" : "ADD",
                        option,
                        value(value)))
        .orElse("OPTIONS (DROP " + option + ")");
  }

  private static String value(String value) {
    return value.equals(SecretOption.HIDDEN) ? TO_BE_SET : SqlIdentifier.quoteLiteral(value);
  }
}
