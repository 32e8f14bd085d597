package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.CreateType;
import dev.dbops.migrate.sql.Span;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code CREATE TYPE} and {@code ALTER TYPE}. */
record TypeReader(SourceText source) {
  CreateType create(SQLParser.Create_type_statementContext node, Span span) {
    List<String> labels = node.enums.stream().map(source::literal).toList();
    return new CreateType(source.qualified(node.name), node.ENUM() != null, labels, span);
  }

  AlterType alter(SQLParser.Alter_type_statementContext node, Span span) {
    AlterType.Kind kind = AlterType.Kind.OTHER;
    Optional<String> value = Optional.empty();
    if (node.new_enum_value != null) {
      kind = AlterType.Kind.ADD_VALUE;
      value = Optional.of(source.literal(node.new_enum_value));
    } else if (node.existing_enum_name != null) {
      kind = AlterType.Kind.RENAME_VALUE;
      value = Optional.of(source.literal(node.existing_enum_name));
    } else if (node.attribute_name != null) {
      kind = AlterType.Kind.RENAME_ATTRIBUTE;
      value = Optional.of(source.name(node.attribute_name).value());
    } else if (node.rename_to() != null) {
      kind = AlterType.Kind.RENAME;
      value = Optional.of(source.name(node.rename_to().name).value());
    } else if (node.set_schema() != null) {
      kind = AlterType.Kind.SET_SCHEMA;
      value = Optional.of(source.name(node.set_schema().identifier()).value());
    } else if (!node.type_action().isEmpty()) {
      SQLParser.Type_actionContext action = node.type_action(0);
      value = Optional.of(source.name(action.identifier()).value());
      if (action.ADD() != null) {
        kind = AlterType.Kind.ADD_ATTRIBUTE;
      } else {
        kind =
            action.DROP() != null ? AlterType.Kind.DROP_ATTRIBUTE : AlterType.Kind.ALTER_ATTRIBUTE;
      }
    }
    return new AlterType(source.qualified(node.name), kind, value, span);
  }
}
