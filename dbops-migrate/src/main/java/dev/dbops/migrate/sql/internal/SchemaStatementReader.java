package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.AlterIndex;
import dev.dbops.migrate.sql.CreateFunction;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.CreatePublication;
import dev.dbops.migrate.sql.CreateSchema;
import dev.dbops.migrate.sql.CreateSequence;
import dev.dbops.migrate.sql.CreateTrigger;
import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.IndexColumn;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.Persistence;
import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Unparsed;
import dev.dbops.migrate.sql.Volatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Reads {@code CREATE}, {@code ALTER} and what else changes the schema; drops have a reader of
 * their own.
 */
record SchemaStatementReader(SourceText source) {
  Statement schema(SQLParser.Schema_statementContext node) {
    Span span = source.statement(node);
    if (node.schema_drop() != null) {
      return new DropReader(source).drop(node.schema_drop(), span);
    }
    return node.schema_create() != null
        ? create(node.schema_create(), span)
        : alter(node.schema_alter(), span);
  }

  private Statement create(SQLParser.Schema_createContext node, Span span) {
    TableReader tables = new TableReader(source);
    if (node.create_table_statement() != null) {
      return tables.createTable(node.create_table_statement(), span);
    }
    if (node.create_foreign_table_statement() != null) {
      return tables.createForeignTable(node.create_foreign_table_statement(), span);
    }
    if (node.create_index_statement() != null) {
      return createIndex(node.create_index_statement(), span);
    }
    if (node.create_table_as_statement() != null) {
      return tables.createTableAs(node.create_table_as_statement(), span);
    }
    if (node.create_function_statement() != null) {
      return createFunction(node.create_function_statement(), span);
    }
    if (node.create_trigger_statement() != null) {
      SQLParser.Create_trigger_statementContext trigger = node.create_trigger_statement();
      return new CreateTrigger(
          source.name(trigger.name),
          source.qualified(trigger.table_name),
          trigger.REPLACE() != null,
          trigger.CONSTRAINT() != null,
          Optional.ofNullable(trigger.referenced_table_name).map(source::qualified),
          span);
    }
    if (node.create_view_statement() != null) {
      SQLParser.Create_view_statementContext view = node.create_view_statement();
      return new CreateView(
          source.qualified(view.name),
          view.MATERIALIZED() != null,
          view.REPLACE() != null,
          view.if_not_exists() != null,
          view.NO() == null,
          source.expression(view.v_query),
          new QueryReader(source).query(view.v_query, span).tables(),
          span);
    }
    if (node.create_type_statement() != null) {
      return new TypeReader(source).create(node.create_type_statement(), span);
    }
    if (node.create_domain_statement() != null) {
      return new DomainReader(source).create(node.create_domain_statement(), span);
    }
    if (node.create_schema_statement() != null) {
      SQLParser.Create_schema_statementContext schema = node.create_schema_statement();
      return new CreateSchema(
          Optional.ofNullable(schema.name).map(source::name), schema.if_not_exists() != null, span);
    }
    if (node.create_sequence_statement() != null) {
      SQLParser.Create_sequence_statementContext sequence = node.create_sequence_statement();
      Persistence persistence =
          TableReader.persistence(
              sequence.TEMPORARY() != null || sequence.TEMP() != null, sequence.UNLOGGED() != null);
      return new CreateSequence(
          source.qualified(sequence.name), persistence, sequence.if_not_exists() != null, span);
    }
    if (node.create_publication_statement() != null) {
      return createPublication(node.create_publication_statement(), span);
    }
    return new OnTableReader(source)
        .created(node, span)
        .<Statement>map(each -> each)
        .orElseGet(() -> new StatementReader(source).other(node));
  }

  private CreateIndex createIndex(SQLParser.Create_index_statementContext node, Span span) {
    SQLParser.Index_restContext rest = node.index_rest();
    List<Name> include =
        rest.including_index() == null
            ? List.of()
            : source.names(rest.including_index().identifier());
    boolean nullsNotDistinct =
        rest.nulls_distinction() != null && rest.nulls_distinction().NOT() != null;
    return new CreateIndex(
        Optional.ofNullable(node.name).map(source::name),
        source.qualified(node.table_name),
        node.ONLY() != null,
        node.UNIQUE() != null,
        node.CONCURRENTLY() != null,
        node.if_not_exists() != null,
        Optional.ofNullable(rest.method).map(source::name),
        rest.index_columns().index_column().stream().map(this::indexColumn).toList(),
        include,
        Optional.ofNullable(rest.index_where()).map(where -> source.expression(where.vex())),
        nullsNotDistinct,
        span);
  }

  private IndexColumn indexColumn(SQLParser.Index_columnContext node) {
    Expression expression = source.expression(node.column);
    SQLParser.VexContext key = node.column;
    // A collation wraps the key once more.
    if (key.collate_identifier() != null) {
      key = key.vex(0);
    }
    boolean plain =
        key.getChildCount() == 1
            && key.value_expression_primary() != null
            && key.value_expression_primary().indirection_var() != null
            && key.value_expression_primary().indirection_var().identifier() != null
            && key.value_expression_primary().indirection_var().indirection_list() == null;
    Optional<Name> column =
        plain
            ? Optional.of(
                source.name(key.value_expression_primary().indirection_var().identifier()))
            : Optional.empty();
    return new IndexColumn(column, expression);
  }

  private CreateFunction createFunction(
      SQLParser.Create_function_statementContext node, Span span) {
    String language = "sql";
    Volatility volatility = Volatility.VOLATILE;
    ProcedureBody body = new ProcedureBody(List.of(), List.of(), List.of(), Optional.empty());
    List<SQLParser.SconstContext> definitions = new ArrayList<>();
    for (SQLParser.Function_actions_commonContext action : node.function_actions_common()) {
      volatility = AlterObjectReader.volatility(action).orElse(volatility);
      if (action.lang_name != null) {
        language = source.literalOrName(action.lang_name);
      } else if (action.function_def() != null) {
        definitions.add(action.function_def().definition);
      }
    }
    if (!definitions.isEmpty()) {
      body = new BodyReader(source).read(language, definitions.get(0));
    } else if (node.function_body() != null) {
      body = new BodyReader(source).atomic(node.function_body());
    }
    SQLParser.Function_parametersContext head = node.function_parameters();
    return new CreateFunction(
        source.qualified(head.schema_qualified_name()),
        node.PROCEDURE() != null,
        source.text(head.function_args()),
        language,
        volatility,
        body,
        span);
  }

  private CreatePublication createPublication(
      SQLParser.Create_publication_statementContext node, Span span) {
    List<QualifiedName> tables = new ArrayList<>();
    List<Name> schemas = new ArrayList<>();
    for (SQLParser.Publication_objectContext object : node.publication_object()) {
      for (SQLParser.Publication_table_onlyContext table : object.publication_table_only()) {
        tables.add(source.qualified(table.only_table_multiply().schema_qualified_name()));
      }
      object.identifier().forEach(schema -> schemas.add(source.name(schema)));
    }
    return new CreatePublication(
        source.name(node.identifier()), node.ALL() != null, tables, schemas, span);
  }

  private Statement alter(SQLParser.Schema_alterContext node, Span span) {
    if (node.alter_table_statement() != null) {
      return new AlterTableReader(source, new TableReader(source))
          .alterTable(node.alter_table_statement(), span);
    }
    if (node.alter_index_statement() != null) {
      return node.alter_index_statement().ALL() != null
          ? movesTablespace(span)
          : alterIndex(node.alter_index_statement(), span);
    }
    if (node.alter_materialized_view_statement() != null
        && node.alter_materialized_view_statement().ALL() != null) {
      return movesTablespace(span);
    }
    if (node.alter_type_statement() != null) {
      return new TypeReader(source).alter(node.alter_type_statement(), span);
    }
    if (node.alter_domain_statement() != null) {
      return new DomainReader(source).alter(node.alter_domain_statement(), span);
    }
    return new AlterObjectReader(source)
        .read(node, span)
        .or(() -> new OnTableReader(source).altered(node, span))
        .orElseGet(() -> new StatementReader(source).other(node));
  }

  private static Unparsed movesTablespace(Span span) {
    return new Unparsed("only the server knows what is in the tablespace", span, span);
  }

  private AlterIndex alterIndex(SQLParser.Alter_index_statementContext node, Span span) {
    SQLParser.Index_def_actionContext action = node.index_def_action();
    AlterIndex.Kind kind = AlterIndex.Kind.OTHER;
    Optional<QualifiedName> target = Optional.empty();
    if (action.rename_to() != null) {
      kind = AlterIndex.Kind.RENAME;
      target = Optional.of(source.unqualified(action.rename_to().name));
    } else if (action.ATTACH() != null) {
      kind = AlterIndex.Kind.ATTACH_PARTITION;
      target = Optional.of(source.qualified(action.index));
    } else if (action.set_tablespace() != null) {
      kind = AlterIndex.Kind.SET_TABLESPACE;
      target = Optional.of(source.unqualified(action.set_tablespace().identifier()));
    }
    return new AlterIndex(
        source.qualified(node.schema_qualified_name()),
        node.if_exists() != null,
        kind,
        target,
        span);
  }
}
