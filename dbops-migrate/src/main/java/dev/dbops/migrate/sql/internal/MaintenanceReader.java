package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Analyze;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Vacuum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code VACUUM}, {@code ANALYZE}, {@code REINDEX} and {@code CLUSTER}. */
record MaintenanceReader(SourceText source) {
  Vacuum vacuum(SQLParser.Script_additionalContext node, Span span) {
    SQLParser.Vacuum_modeContext mode = node.vacuum_mode();
    boolean full = mode.FULL() != null;
    boolean analyze = mode.analyze_keyword() != null;
    for (SQLParser.Vacuum_optionContext option : mode.vacuum_option()) {
      boolean on = isOn(option.boolean_value());
      full |= option.FULL() != null && on;
      analyze |= option.analyze_keyword() != null && on;
    }
    return new Vacuum(full, analyze, tables(node.table_cols_list()), span);
  }

  Analyze analyze(SQLParser.Additional_statementContext node, Span span) {
    return new Analyze(tables(node.table_cols_list()), span);
  }

  Reindex reindex(SQLParser.Reindex_stmtContext node, Span span) {
    boolean concurrently = node.CONCURRENTLY() != null;
    if (node.reindex_options() != null) {
      concurrently |=
          node.reindex_options().reindex_option().stream()
              .anyMatch(each -> each.CONCURRENTLY() != null && isOn(each.boolean_value()));
    }
    ObjectKind kind = ObjectKind.DATABASE;
    if (node.INDEX() != null) {
      kind = ObjectKind.INDEX;
    } else if (node.TABLE() != null) {
      kind = ObjectKind.TABLE;
    } else if (node.SCHEMA() != null) {
      kind = ObjectKind.SCHEMA;
    }
    return new Reindex(
        kind,
        node.SYSTEM() != null,
        concurrently,
        Optional.ofNullable(node.schema_qualified_name()).map(source::qualified),
        span);
  }

  Cluster cluster(SQLParser.Cluster_stmtContext node, Span span) {
    return new Cluster(
        Optional.ofNullable(node.schema_qualified_name()).map(source::qualified),
        Optional.ofNullable(node.identifier()).map(source::name),
        span);
  }

  private List<QualifiedName> tables(SQLParser.@Nullable Table_cols_listContext node) {
    if (node == null) {
      return List.of();
    }
    return node.inheritance_specified_table_cols().stream()
        .map(each -> source.qualified(each.schema_qualified_name()))
        .toList();
  }

  private boolean isOn(SQLParser.@Nullable Boolean_valueContext node) {
    if (node == null) {
      return true;
    }
    return switch (source.text(node).toLowerCase(Locale.ROOT).replace("'", "")) {
      case "false", "off", "0" -> false;
      default -> true;
    };
  }
}
