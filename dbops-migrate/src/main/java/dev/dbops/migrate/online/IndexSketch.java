package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Indexes like others that are there; their operator classes and orders are not known. */
final class IndexSketch {
  private IndexSketch() {}

  /**
   * Builds it concurrently, under a name of its own.
   *
   * @param key what becomes of a key
   * @param other what becomes of included columns and the predicate
   */
  static OnlineStep create(
      IndexState index,
      QualifiedName table,
      Function<IndexState.Key, String> key,
      UnaryOperator<String> other) {
    String include =
        index.include().isEmpty()
            ? ""
            : index.include().stream()
                .map(each -> other.apply(SqlIdentifier.quote(each)))
                .collect(Collectors.joining(", ", " INCLUDE (", ")"));
    String predicate =
        index.predicate().map(each -> " WHERE " + other.apply(each.text())).orElse("");
    return OnlineStep.byHand(
        "CREATE %sINDEX CONCURRENTLY %s ON %s USING %s (%s)%s%s"
            .formatted(
                index.unique() ? "UNIQUE " : "",
                SqlIdentifier.quote(name(index)),
                table.text(),
                index.method(),
                index.keys().stream().map(key).collect(Collectors.joining(", ")),
                include,
                predicate),
        "outside a transaction; with the operator classes and the order of " + index.name());
  }

  /** The name of the new index. */
  static String name(IndexState index) {
    return DefaultNames.choose(index.name(), List.of(), "new", taken -> false);
  }
}
