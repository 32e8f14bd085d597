package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of data that takes as long as there are rows in a table that was there before.
 *
 * @param name what it is called: {@code UPDATE}
 * @param table the one whose size tells for how long
 */
record BulkChange(String name, ObjectName table) {
  private static final Set<String> CATALOGS = Set.of("pg_catalog", "information_schema");

  /** The change, which may stand in the {@code WITH} of another statement. */
  static Optional<BulkChange> of(PlacedStatement placed) {
    return of(placed.statement(), placed.before());
  }

  private static Optional<BulkChange> of(Statement statement, SchemaState schema) {
    if (statement instanceof Update update) {
      return ofRows("UPDATE", update, update.table(), schema)
          .or(() -> ofAny(update.modifying(), schema));
    }
    if (statement instanceof Delete delete) {
      return ofRows("DELETE", delete, delete.table(), schema)
          .or(() -> ofAny(delete.modifying(), schema));
    }
    if (statement instanceof Insert insert) {
      return ofCopy("INSERT", insert.sources(), schema).or(() -> ofAny(insert.modifying(), schema));
    }
    if (statement instanceof Merge merge) {
      return ofCopy("MERGE", merge.sources(), schema).or(() -> ofAny(merge.modifying(), schema));
    }
    return statement instanceof Select select
        ? ofAny(select.modifying(), schema)
        : Optional.empty();
  }

  private static Optional<BulkChange> ofAny(List<Statement> statements, SchemaState schema) {
    return statements.stream().flatMap(each -> of(each, schema).stream()).findFirst();
  }

  private static Optional<BulkChange> ofRows(
      String name, Statement statement, QualifiedName table, SchemaState schema) {
    return schema.isNew(table) || RowReach.of(statement, schema) == RowReach.SOME
        ? Optional.empty()
        : Optional.of(new BulkChange(name, schema.resolve(table)));
  }

  private static Optional<BulkChange> ofCopy(
      String name, List<QualifiedName> sources, SchemaState schema) {
    return sources.stream()
        .filter(source -> !schema.isNew(source) && !isCatalog(source))
        .findFirst()
        .map(source -> new BulkChange(name, schema.resolve(source)));
  }

  private static boolean isCatalog(QualifiedName source) {
    return source.schemaValue().filter(CATALOGS::contains).isPresent()
        || source.schema().isEmpty() && source.value().startsWith("pg_");
  }
}
