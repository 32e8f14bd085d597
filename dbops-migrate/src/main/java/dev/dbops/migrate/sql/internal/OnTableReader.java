package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.DefineOnTable;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.Span;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code CREATE} and {@code ALTER} of what is named within its table. */
record OnTableReader(SourceText source) {
  Optional<DefineOnTable> created(SQLParser.Schema_createContext node, Span span) {
    if (node.create_rewrite_statement() != null) {
      SQLParser.Create_rewrite_statementContext rule = node.create_rewrite_statement();
      return defined(ObjectKind.RULE, rule.name, rule.table_name, true, span);
    }
    SQLParser.Create_policy_statementContext policy = node.create_policy_statement();
    return policy == null
        ? Optional.empty()
        : defined(
            ObjectKind.POLICY, policy.identifier(), policy.schema_qualified_name(), true, span);
  }

  Optional<DefineOnTable> altered(SQLParser.Schema_alterContext node, Span span) {
    if (node.alter_trigger_statement() != null) {
      SQLParser.Alter_trigger_statementContext trigger = node.alter_trigger_statement();
      return defined(
          ObjectKind.TRIGGER, trigger.identifier(0), trigger.schema_qualified_name(), false, span);
    }
    if (node.alter_rule_statement() != null) {
      SQLParser.Alter_rule_statementContext rule = node.alter_rule_statement();
      return defined(ObjectKind.RULE, rule.identifier(), rule.schema_qualified_name(), false, span);
    }
    SQLParser.Alter_policy_statementContext policy = node.alter_policy_statement();
    return policy == null
        ? Optional.empty()
        : defined(
            ObjectKind.POLICY, policy.identifier(), policy.schema_qualified_name(), false, span);
  }

  private Optional<DefineOnTable> defined(
      ObjectKind kind,
      SQLParser.IdentifierContext name,
      SQLParser.Schema_qualified_nameContext table,
      boolean created,
      Span span) {
    return Optional.of(
        new DefineOnTable(kind, source.name(name), source.qualified(table), created, span));
  }
}
