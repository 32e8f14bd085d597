package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * The tables that the rows of a query come from: those after {@code FROM}, not those of conditions.
 */
record RowSources(SourceText source) {
  /** Each in the order in which it is written, without the names that the {@code WITH} gives. */
  List<QualifiedName> of(
      SQLParser.@Nullable With_clauseContext with, @Nullable ParserRuleContext query) {
    List<QualifiedName> tables = new ArrayList<>();
    Set<String> named = new HashSet<>();
    if (with != null) {
      collect(with, tables, named);
    }
    if (query != null) {
      collect(query, tables, named);
    }
    tables.removeIf(table -> table.schema().isEmpty() && named.contains(table.value()));
    return tables;
  }

  private void collect(ParserRuleContext tree, List<QualifiedName> tables, Set<String> named) {
    TreeWalk.from(
        tree,
        node -> {
          if (node instanceof SQLParser.With_queryContext with) {
            named.add(source.name(with.query_name).value());
          } else if (node instanceof SQLParser.From_primaryContext from
              && from.schema_qualified_name() != null) {
            tables.add(source.qualified(from.schema_qualified_name()));
          } else if (node instanceof SQLParser.Select_primaryContext select
              && select.TABLE() != null) {
            tables.add(source.qualified(select.schema_qualified_name()));
          }
          return !(node instanceof SQLParser.VexContext);
        });
  }
}
