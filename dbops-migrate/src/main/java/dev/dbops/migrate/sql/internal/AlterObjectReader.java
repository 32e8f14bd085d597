package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.AlterFunction;
import dev.dbops.migrate.sql.AlterObject;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Volatility;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code ALTER} of views, sequences, schemas and functions, whose names others depend on. */
record AlterObjectReader(SourceText source) {
  Optional<Statement> read(SQLParser.Schema_alterContext node, Span span) {
    if (node.alter_view_statement() != null) {
      SQLParser.Alter_view_statementContext view = node.alter_view_statement();
      SQLParser.Alter_view_actionContext action = view.alter_view_action();
      return Optional.of(
          altered(
              ObjectKind.VIEW,
              source.qualified(view.name),
              action.rename_to(),
              action.set_schema(),
              action.RENAME() != null,
              span));
    }
    if (node.alter_materialized_view_statement() != null) {
      SQLParser.Alter_materialized_view_statementContext view =
          node.alter_materialized_view_statement();
      SQLParser.Alter_materialized_view_actionContext action =
          view.alter_materialized_view_action();
      return Optional.of(
          altered(
              ObjectKind.MATERIALIZED_VIEW,
              source.qualified(view.schema_qualified_name()),
              action.rename_to(),
              action.set_schema(),
              action.RENAME() != null,
              span));
    }
    if (node.alter_sequence_statement() != null) {
      SQLParser.Alter_sequence_statementContext sequence = node.alter_sequence_statement();
      return Optional.of(
          altered(
              ObjectKind.SEQUENCE,
              source.qualified(sequence.name),
              sequence.rename_to(),
              sequence.set_schema(),
              false,
              span));
    }
    if (node.alter_schema_statement() != null) {
      SQLParser.Alter_schema_statementContext schema = node.alter_schema_statement();
      return Optional.of(
          altered(
              ObjectKind.SCHEMA,
              source.unqualified(schema.identifier()),
              schema.rename_to(),
              null,
              false,
              span));
    }
    SQLParser.Alter_function_statementContext function = node.alter_function_statement();
    if (function != null && function.function_parameters() != null) {
      // ROUTINE comes here as FUNCTION: the user's word counts.
      Span word = source.span(function.getStart(), function.getStart());
      ObjectKind kind = ObjectKind.valueOf(source.text(word).toUpperCase(Locale.ROOT));
      Optional<Volatility> volatility =
          function.function_actions_common().stream()
              .flatMap(action -> volatility(action).stream())
              .reduce((first, last) -> last);
      if (volatility.isPresent()) {
        return Optional.of(alterFunction(function.function_parameters(), volatility.get(), span));
      }
      return Optional.of(
          altered(
              kind,
              source.qualified(function.function_parameters().schema_qualified_name()),
              function.rename_to(),
              function.set_schema(),
              false,
              span));
    }
    return Optional.empty();
  }

  private AlterFunction alterFunction(
      SQLParser.Function_parametersContext head, Volatility volatility, Span span) {
    return new AlterFunction(
        source.qualified(head.schema_qualified_name()),
        head.function_args() == null ? "" : source.text(head.function_args()),
        volatility,
        span);
  }

  /** What an attribute of a function says of its result, if it is about that. */
  static Optional<Volatility> volatility(SQLParser.Function_actions_commonContext action) {
    if (action.IMMUTABLE() != null) {
      return Optional.of(Volatility.IMMUTABLE);
    }
    if (action.STABLE() != null) {
      return Optional.of(Volatility.STABLE);
    }
    return action.VOLATILE() != null ? Optional.of(Volatility.VOLATILE) : Optional.empty();
  }

  private AlterObject altered(
      ObjectKind kind,
      QualifiedName object,
      SQLParser.@Nullable Rename_toContext renameTo,
      SQLParser.@Nullable Set_schemaContext setSchema,
      boolean renamesColumn,
      Span span) {
    if (renameTo != null) {
      Name to = source.name(renameTo.name);
      return new AlterObject(kind, object, AlterObject.Kind.RENAME, Optional.of(to), span);
    }
    if (setSchema != null) {
      Name schema = source.name(setSchema.identifier());
      return new AlterObject(kind, object, AlterObject.Kind.SET_SCHEMA, Optional.of(schema), span);
    }
    AlterObject.Kind change =
        renamesColumn ? AlterObject.Kind.RENAME_COLUMN : AlterObject.Kind.OTHER;
    return new AlterObject(kind, object, change, Optional.empty(), span);
  }
}
