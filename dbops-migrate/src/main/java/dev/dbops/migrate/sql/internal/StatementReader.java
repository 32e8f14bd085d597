package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Call;
import dev.dbops.migrate.sql.Copy;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.OtherStatement;
import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.RefreshMaterializedView;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.SetVariable;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Truncate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads any statement; those on schema objects are left to {@link SchemaStatementReader}. */
record StatementReader(SourceText source) {
  /** {@code SET SCHEMA} and {@code SET NAMES}. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of("schema", "search_path", "names", "client_encoding");

  Statement statement(SQLParser.StatementContext node) {
    if (node.data_statement() != null) {
      return new QueryReader(source).data(node.data_statement());
    }
    if (node.schema_statement() != null) {
      return schema(node.schema_statement());
    }
    SQLParser.Script_statementContext script = node.script_statement();
    return script.script_transaction() != null
        ? new TransactionReader(source).control(script.script_transaction())
        : script(script.script_additional());
  }

  Statement schema(SQLParser.Schema_statementContext node) {
    if (node.schema_create() != null && node.schema_create().set_statement() != null) {
      return set(node.schema_create().set_statement().set_action(), source.statement(node));
    }
    return Refusal.check(new SchemaStatementReader(source).schema(node));
  }

  /** In plpgsql, {@code SELECT … INTO} fills a variable and makes no table. */
  Statement dataInBody(SQLParser.Data_statementContext node) {
    QueryReader queries = new QueryReader(source);
    return node.select_stmt() != null
        ? queries.query(node.select_stmt(), source.statement(node))
        : queries.data(node);
  }

  Select perform(SQLParser.Base_statementContext node) {
    return new QueryReader(source).query(node.perform_stmt(), source.statement(node));
  }

  private Statement script(SQLParser.Script_additionalContext node) {
    Span span = source.statement(node);
    if (node.additional_statement() != null) {
      return additional(node.additional_statement());
    }
    if (node.VACUUM() != null) {
      return new MaintenanceReader(source).vacuum(node, span);
    }
    return node.CALL() != null ? call(node.function_call(), span) : other(node);
  }

  Statement call(SQLParser.Function_callContext node, Span span) {
    SQLParser.Schema_qualified_name_nontypeContext name = node.schema_qualified_name_nontype();
    if (name == null) {
      return other(span);
    }
    if (name.identifier_nontype() != null) {
      return new Call(source.unqualified(name.identifier_nontype()), span);
    }
    Name last = source.name(name.identifier_reserved_nontype());
    Name schema = source.name(name.schema);
    return new Call(
        new QualifiedName(Optional.of(schema), last, source.text(name), source.span(name)), span);
  }

  Statement additional(SQLParser.Additional_statementContext node) {
    Span span = source.statement(node);
    if (node.anonymous_block() != null) {
      return doBlock(node.anonymous_block(), span);
    }
    if (node.truncate_stmt() != null) {
      SQLParser.Truncate_stmtContext truncate = node.truncate_stmt();
      return new Truncate(
          source.tables(truncate.only_table_multiply()),
          AlterTableReader.cascades(truncate.cascade_restrict()),
          span);
    }
    if (node.reindex_stmt() != null) {
      return new MaintenanceReader(source).reindex(node.reindex_stmt(), span);
    }
    if (node.cluster_stmt() != null) {
      return new MaintenanceReader(source).cluster(node.cluster_stmt(), span);
    }
    if (node.REFRESH() != null) {
      return new RefreshMaterializedView(
          source.qualified(node.schema_qualified_name()),
          node.CONCURRENTLY() != null,
          node.NO() == null,
          span);
    }
    if (node.copy_statement() != null) {
      return copy(node.copy_statement(), span);
    }
    if (node.analyze_keyword() != null) {
      return new MaintenanceReader(source).analyze(node, span);
    }
    if (node.RESET() != null && node.ALL() != null) {
      return new SetVariable("all", Optional.empty(), false, span);
    }
    if (node.RESET() != null && node.TIME() != null) {
      return new SetVariable("timezone", Optional.empty(), false, span);
    }
    if (node.RESET() != null && !node.identifier().isEmpty()) {
      List<SQLParser.IdentifierContext> parts = node.identifier();
      Name first = source.name(parts.get(0));
      String name =
          parts.size() == 1
              ? first.value()
              : first.value() + "." + source.name(parts.get(1)).value();
      return new SetVariable(name, Optional.empty(), false, span);
    }
    return other(node);
  }

  private Copy copy(SQLParser.Copy_statementContext node, Span span) {
    SQLParser.Copy_from_statementContext from = node.copy_from_statement();
    SQLParser.Table_colsContext table =
        from != null ? from.table_cols() : node.copy_to_statement().table_cols();
    return new Copy(
        Optional.ofNullable(table).map(each -> source.qualified(each.schema_qualified_name())),
        from != null,
        span);
  }

  private DoBlock doBlock(SQLParser.Anonymous_blockContext node, Span span) {
    List<SQLParser.SconstContext> strings = node.sconst();
    String language = "plpgsql";
    SQLParser.SconstContext code = strings.get(strings.size() - 1);
    if (node.identifier() != null) {
      language = source.name(node.identifier()).value();
    } else if (strings.size() == 2) {
      // DO 'code' LANGUAGE 'name' and DO LANGUAGE 'name' 'code' both hold two strings.
      boolean languageFirst =
          node.LANGUAGE().getSymbol().getStartIndex() < strings.get(0).getStart().getStartIndex();
      code = strings.get(languageFirst ? 1 : 0);
      language = source.literal(strings.get(languageFirst ? 0 : 1)).toLowerCase(Locale.ROOT);
    }
    ProcedureBody body = new BodyReader(source).read(language, code);
    return new DoBlock(language, body, span);
  }

  private Statement set(SQLParser.Set_actionContext node, Span span) {
    SQLParser.Session_local_optionContext option = node.session_local_option();
    if (option != null && option.zone_value() != null) {
      return new SetVariable("timezone", zone(option.zone_value()), node.LOCAL() != null, span);
    }
    if (option == null || option.config_param == null) {
      return other(span);
    }
    String name = source.words(option.config_param, "").toLowerCase(Locale.ROOT);
    if (option.config_scope != null) {
      name = source.words(option.config_scope, "").toLowerCase(Locale.ROOT) + "." + name;
    }
    Optional<String> value =
        Optional.ofNullable(option.set_statement_value())
            .filter(each -> each.DEFAULT() == null)
            .map(each -> isString(each) ? source.literal(each) : source.text(each));
    return new SetVariable(SHORT_FORMS.getOrDefault(name, name), value, node.LOCAL() != null, span);
  }

  private Optional<String> zone(SQLParser.Zone_valueContext node) {
    return Optional.of(node)
        .filter(each -> each.DEFAULT() == null)
        .map(each -> isString(each) ? source.literal(each) : source.text(each));
  }

  private static boolean isString(ParserRuleContext node) {
    return node.getStart() == node.getStop()
        && node.getStart().getType() == SQLParser.StringConstant;
  }

  OtherStatement other(ParserRuleContext node) {
    return other(source.statement(node));
  }

  private OtherStatement other(Span span) {
    return new OtherStatement(Commands.leadingWords(source.text(span)), span);
  }
}
