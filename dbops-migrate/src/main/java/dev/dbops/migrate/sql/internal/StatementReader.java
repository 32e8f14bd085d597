package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Analyze;
import dev.dbops.migrate.sql.Call;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.Copy;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.OtherStatement;
import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.RefreshMaterializedView;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.SetVariable;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TransactionControl;
import dev.dbops.migrate.sql.Truncate;
import dev.dbops.migrate.sql.Vacuum;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
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
        ? transaction(script.script_transaction())
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

  private Statement transaction(SQLParser.Script_transactionContext node) {
    if (node.lock_table() != null) {
      return lockTable(node.lock_table());
    }
    Optional<Name> savepoint = Optional.ofNullable(node.identifier()).map(source::name);
    return new TransactionControl(kind(node), savepoint, source.statement(node));
  }

  private static TransactionControl.Kind kind(SQLParser.Script_transactionContext node) {
    if (node.PREPARED() != null) {
      return TransactionControl.Kind.OTHER;
    }
    if (node.PREPARE() != null) {
      return TransactionControl.Kind.PREPARE;
    }
    if (node.ROLLBACK() != null && node.TO() != null) {
      return TransactionControl.Kind.ROLLBACK_TO;
    }
    if (node.RELEASE() != null) {
      return TransactionControl.Kind.RELEASE;
    }
    if (node.SAVEPOINT() != null) {
      return TransactionControl.Kind.SAVEPOINT;
    }
    if (node.START() != null || node.BEGIN() != null) {
      return TransactionControl.Kind.BEGIN;
    }
    return node.ROLLBACK() != null || node.ABORT() != null
        ? TransactionControl.Kind.ROLLBACK
        : TransactionControl.Kind.COMMIT;
  }

  /** {@code COMMIT} and {@code ROLLBACK} in a procedure. */
  TransactionControl transaction(SQLParser.Transaction_statementContext node) {
    TransactionControl.Kind kind =
        node.COMMIT() != null ? TransactionControl.Kind.COMMIT : TransactionControl.Kind.ROLLBACK;
    return new TransactionControl(kind, Optional.empty(), source.statement(node));
  }

  LockTable lockTable(SQLParser.Lock_tableContext node) {
    String mode =
        node.lock_mode() == null
            ? "ACCESS EXCLUSIVE"
            : source.words(node.lock_mode(), " ").toUpperCase(Locale.ROOT);
    return new LockTable(
        tables(node.only_table_multiply()), mode, node.NOWAIT() != null, source.statement(node));
  }

  private List<QualifiedName> tables(List<SQLParser.Only_table_multiplyContext> nodes) {
    return nodes.stream().map(each -> source.qualified(each.schema_qualified_name())).toList();
  }

  private Statement script(SQLParser.Script_additionalContext node) {
    Span span = source.statement(node);
    if (node.additional_statement() != null) {
      return additional(node.additional_statement());
    }
    if (node.VACUUM() != null) {
      return vacuum(node, span);
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

  private Vacuum vacuum(SQLParser.Script_additionalContext node, Span span) {
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

  private boolean isOn(SQLParser.@Nullable Boolean_valueContext node) {
    if (node == null) {
      return true;
    }
    return switch (source.text(node).toLowerCase(Locale.ROOT).replace("'", "")) {
      case "false", "off", "0" -> false;
      default -> true;
    };
  }

  private List<QualifiedName> tables(SQLParser.@Nullable Table_cols_listContext node) {
    if (node == null) {
      return List.of();
    }
    return node.inheritance_specified_table_cols().stream()
        .map(each -> source.qualified(each.schema_qualified_name()))
        .toList();
  }

  Statement additional(SQLParser.Additional_statementContext node) {
    Span span = source.statement(node);
    if (node.anonymous_block() != null) {
      return doBlock(node.anonymous_block(), span);
    }
    if (node.truncate_stmt() != null) {
      SQLParser.Truncate_stmtContext truncate = node.truncate_stmt();
      return new Truncate(
          tables(truncate.only_table_multiply()),
          AlterTableReader.cascades(truncate.cascade_restrict()),
          span);
    }
    if (node.reindex_stmt() != null) {
      return reindex(node.reindex_stmt(), span);
    }
    if (node.cluster_stmt() != null) {
      SQLParser.Cluster_stmtContext cluster = node.cluster_stmt();
      return new Cluster(
          Optional.ofNullable(cluster.schema_qualified_name()).map(source::qualified),
          Optional.ofNullable(cluster.identifier()).map(source::name),
          span);
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
      return new Analyze(tables(node.table_cols_list()), span);
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

  private Reindex reindex(SQLParser.Reindex_stmtContext node, Span span) {
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
