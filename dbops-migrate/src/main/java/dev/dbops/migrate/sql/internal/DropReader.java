package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.DropFromTable;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code DROP}. */
record DropReader(SourceText source) {
  Statement drop(SQLParser.Schema_dropContext node, Span span) {
    if (node.drop_statements() != null) {
      return drop(node.drop_statements(), span);
    }
    if (node.drop_trigger_statement() != null) {
      SQLParser.Drop_trigger_statementContext trigger = node.drop_trigger_statement();
      return new DropFromTable(
          ObjectKind.TRIGGER,
          source.name(trigger.name),
          source.qualified(trigger.table_name),
          trigger.if_exists() != null,
          AlterTableReader.cascades(trigger.cascade_restrict()),
          span);
    }
    if (node.drop_rule_statement() != null) {
      SQLParser.Drop_rule_statementContext rule = node.drop_rule_statement();
      return new DropFromTable(
          ObjectKind.RULE,
          source.name(rule.name),
          source.qualified(rule.schema_qualified_name()),
          rule.if_exists() != null,
          AlterTableReader.cascades(rule.cascade_restrict()),
          span);
    }
    if (node.drop_policy_statement() != null) {
      SQLParser.Drop_policy_statementContext policy = node.drop_policy_statement();
      return new DropFromTable(
          ObjectKind.POLICY,
          source.name(policy.identifier()),
          source.qualified(policy.schema_qualified_name()),
          policy.if_exists() != null,
          AlterTableReader.cascades(policy.cascade_restrict()),
          span);
    }
    if (node.drop_database_statement() != null) {
      SQLParser.Drop_database_statementContext database = node.drop_database_statement();
      return new Drop(
          ObjectKind.DATABASE,
          List.of(source.unqualified(database.identifier())),
          database.if_exists() != null,
          false,
          false,
          span);
    }
    if (node.drop_function_statement() != null) {
      SQLParser.Drop_function_statementContext function = node.drop_function_statement();
      ObjectKind kind = function.AGGREGATE() != null ? ObjectKind.AGGREGATE : ObjectKind.FUNCTION;
      return new Drop(
          function.PROCEDURE() != null ? ObjectKind.PROCEDURE : kind,
          List.of(source.qualified(function.name)),
          function.if_exists() != null,
          AlterTableReader.cascades(function.cascade_restrict()),
          false,
          span);
    }
    if (node.drop_owned_statement() != null) {
      SQLParser.Drop_owned_statementContext owned = node.drop_owned_statement();
      return new Drop(
          ObjectKind.OWNED,
          List.of(),
          false,
          AlterTableReader.cascades(owned.cascade_restrict()),
          false,
          span);
    }
    return new StatementReader(source).other(node);
  }

  private Drop drop(SQLParser.Drop_statementsContext node, Span span) {
    SQLParser.If_exist_names_restrict_cascadeContext names = node.if_exist_names_restrict_cascade();
    return new Drop(
        kind(node),
        source.qualified(names.names_references().schema_qualified_name()),
        names.if_exists() != null,
        AlterTableReader.cascades(names.cascade_restrict()),
        node.CONCURRENTLY() != null,
        span);
  }

  private ObjectKind kind(SQLParser.Drop_statementsContext node) {
    if (node.TABLE() != null) {
      return node.FOREIGN() != null ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
    }
    if (node.VIEW() != null) {
      return node.MATERIALIZED() != null ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
    }
    if (node.TRIGGER() != null) {
      return ObjectKind.EVENT_TRIGGER;
    }
    if (node.WRAPPER() != null) {
      return ObjectKind.FOREIGN_DATA_WRAPPER;
    }
    if (node.METHOD() != null) {
      return ObjectKind.ACCESS_METHOD;
    }
    if (node.TEXT() != null) {
      return ObjectKind.TEXT_SEARCH;
    }
    if (node.GROUP() != null || node.USER() != null) {
      return ObjectKind.ROLE;
    }
    if (node.LANGUAGE() != null) {
      return ObjectKind.LANGUAGE;
    }
    // DROP FUNCTION and the like may have come here as DROP SEQUENCE: the user's word counts.
    Span word = source.span(node.getStart(), node.getStart());
    return ObjectKind.valueOf(source.text(word).toUpperCase(Locale.ROOT));
  }
}
