package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.SetVariable;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code SELECT}, {@code INSERT}, {@code UPDATE}, {@code DELETE} and {@code MERGE}. */
record QueryReader(SourceText source) {
  Statement data(SQLParser.Data_statementContext node) {
    Span span = source.statement(node);
    if (node.select_stmt() != null) {
      return select(node.select_stmt(), span);
    }
    if (node.insert_stmt_for_psql() != null) {
      return insert(node.insert_stmt_for_psql(), span);
    }
    if (node.update_stmt_for_psql() != null) {
      return update(node.update_stmt_for_psql(), span);
    }
    if (node.delete_stmt_for_psql() != null) {
      return delete(node.delete_stmt_for_psql(), span);
    }
    SQLParser.Merge_stmt_for_psqlContext merge = node.merge_stmt_for_psql();
    return new Merge(
        source.qualified(merge.merge_table_name),
        new RowSources(source).of(merge.with_clause(), merge.from_item()),
        modifying(merge),
        span);
  }

  private Statement select(SQLParser.Select_stmtContext node, Span span) {
    SQLParser.Into_tableContext into = first(node, SQLParser.Into_tableContext.class);
    if (into != null) {
      return new CreateTableAs(
          source.qualified(into.schema_qualified_name()),
          TableReader.persistence(
              into.TEMP() != null || into.TEMPORARY() != null, into.UNLOGGED() != null),
          false,
          true,
          source.expression(node),
          query(node, span).tables(),
          span);
    }
    return query(node, span);
  }

  /**
   * What a query reads and calls, without regard to an {@code INTO}, which in plpgsql names a
   * variable.
   */
  Select query(ParserRuleContext node, Span span) {
    Reads reads = new Reads();
    collect(node, reads);
    return new Select(
        reads.tables, reads.locksRows, reads.functions, reads.settings, reads.modifying, span);
  }

  private Insert insert(SQLParser.Insert_stmt_for_psqlContext node, Span span) {
    boolean fromQuery =
        node.select_stmt() != null
            && first(node.select_stmt(), SQLParser.Values_stmtContext.class) == null;
    return new Insert(
        source.qualified(node.insert_table_name),
        fromQuery,
        new RowSources(source).of(node.with_clause(), node.select_stmt()),
        modifying(node),
        span);
  }

  private Update update(SQLParser.Update_stmt_for_psqlContext node, Span span) {
    List<Name> columns = new ArrayList<>();
    for (SQLParser.Update_setContext set : node.update_set()) {
      set.column.forEach(column -> columns.add(source.name(column.identifier())));
    }
    return new Update(
        source.qualified(node.update_table_name),
        columns,
        where(node.vex(), node.CURRENT(), node.cursor),
        !node.from_item().isEmpty(),
        modifying(node),
        span);
  }

  private Delete delete(SQLParser.Delete_stmt_for_psqlContext node, Span span) {
    return new Delete(
        source.qualified(node.delete_table_name),
        where(node.vex(), node.CURRENT(), node.cursor),
        !node.from_item().isEmpty(),
        modifying(node),
        span);
  }

  /** The condition; {@code CURRENT OF cursor}, which is no expression, stands as it is written. */
  private Optional<Expression> where(
      SQLParser.@Nullable VexContext condition,
      @Nullable TerminalNode current,
      SQLParser.@Nullable IdentifierContext cursor) {
    if (current != null && cursor != null) {
      Span span = source.span(current.getSymbol(), cursor.getStop());
      return Optional.of(new Expression(source.text(span), span));
    }
    return Optional.ofNullable(condition).map(source::expression);
  }

  private List<Statement> modifying(ParserRuleContext statement) {
    List<Statement> modifying = new ArrayList<>();
    TreeWalk.from(
        statement,
        node -> {
          boolean found =
              node instanceof SQLParser.Data_statementContext data && data.select_stmt() == null;
          if (found) {
            modifying.add(data((SQLParser.Data_statementContext) node));
          }
          return !found;
        });
    return modifying;
  }

  private static final class Reads {
    private final List<QualifiedName> tables = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private final List<SetVariable> settings = new ArrayList<>();
    private final List<Statement> modifying = new ArrayList<>();
    private boolean locksRows;
  }

  private void collect(ParserRuleContext tree, Reads reads) {
    TreeWalk.from(
        tree,
        node -> {
          if (node instanceof SQLParser.From_primaryContext from
              && from.schema_qualified_name() != null) {
            reads.tables.add(source.qualified(from.schema_qualified_name()));
          } else if (node instanceof SQLParser.Select_primaryContext select
              && select.TABLE() != null) {
            reads.tables.add(source.qualified(select.schema_qualified_name()));
          } else if (node instanceof SQLParser.Function_callContext call
              && call.schema_qualified_name_nontype() != null) {
            String function = functionName(call.schema_qualified_name_nontype());
            reads.functions.add(function);
            if (function.equals("set_config") && call.vex_or_named_notation().size() == 3) {
              reads.settings.add(setting(call));
            }
          } else if (node instanceof SQLParser.After_opsContext after && after.FOR() != null) {
            reads.locksRows = true;
          } else if (node instanceof SQLParser.Data_statementContext data
              && data.select_stmt() == null) {
            reads.modifying.add(data(data));
            return false;
          }
          return true;
        });
  }

  /** What is no constant is known to be set, but not to what. */
  private SetVariable setting(SQLParser.Function_callContext call) {
    List<SQLParser.Vex_or_named_notationContext> arguments = call.vex_or_named_notation();
    boolean local = !source.text(arguments.get(2)).equalsIgnoreCase("false");
    return new SetVariable(
        source.literal(arguments.get(0)).toLowerCase(Locale.ROOT),
        Optional.of(source.literal(arguments.get(1))),
        local,
        source.span(call.getStart(), call.getStop()));
  }

  private String functionName(SQLParser.Schema_qualified_name_nontypeContext node) {
    ParserRuleContext last =
        node.identifier_reserved_nontype() != null
            ? node.identifier_reserved_nontype()
            : node.identifier_nontype();
    return source.name(last).value();
  }

  /** The first node of a kind in the tree, without looking into sub-queries. */
  private static <C extends ParserRuleContext> @Nullable C first(
      ParserRuleContext tree, Class<C> kind) {
    List<C> found = new ArrayList<>();
    TreeWalk.from(
        tree,
        node -> {
          if (found.isEmpty() && kind.isInstance(node)) {
            found.add(kind.cast(node));
          }
          return found.isEmpty()
              && !(node instanceof SQLParser.From_itemContext)
              && !(node instanceof SQLParser.VexContext)
              && !(node instanceof SQLParser.With_clauseContext);
        });
    return found.isEmpty() ? null : found.get(0);
  }
}
