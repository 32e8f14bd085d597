package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateForeignTable;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.LikeClause;
import dev.dbops.migrate.sql.PartitionBound;
import dev.dbops.migrate.sql.Persistence;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code CREATE TABLE} and columns. */
record TableReader(SourceText source) {
  CreateTable createTable(SQLParser.Create_table_statementContext node, Span span) {
    List<ColumnDefinition> columns = new ArrayList<>();
    ConstraintReader reader = new ConstraintReader(source);
    List<Constraint> constraints = new ArrayList<>();
    List<LikeClause> like = new ArrayList<>();
    List<QualifiedName> inherits = List.of();
    Optional<QualifiedName> partitionOf = Optional.empty();
    Optional<PartitionBound> bound = Optional.empty();
    SQLParser.Define_columnsContext columnList = node.define_table().define_columns();
    SQLParser.Define_partitionContext partition = node.define_table().define_partition();
    if (columnList != null) {
      for (SQLParser.Table_column_defContext each : columnList.table_column_def()) {
        if (each.table_column_definition() != null) {
          columns.add(column(each.table_column_definition()));
        } else if (each.tabl_constraint != null) {
          constraints.add(reader.read(each.tabl_constraint));
        } else {
          like.add(like(each));
        }
      }
      if (columnList.names_in_parens() != null) {
        inherits =
            source.qualified(
                columnList.names_in_parens().names_references().schema_qualified_name());
      }
    }
    for (SQLParser.Table_of_type_column_defContext each : columnsOfType(node.define_table())) {
      constraints.addAll(reader.constraints(each));
    }
    if (partition != null) {
      partitionOf = Optional.of(source.qualified(partition.parent_table));
      bound = Optional.of(bound(partition.for_values_bound()));
    }
    Optional<Expression> partitionBy =
        Optional.ofNullable(node.partition_by())
            .map(by -> source.expression(by.partition_method()));
    return new CreateTable(
        source.qualified(node.name),
        persistence(node.TEMPORARY() != null || node.TEMP() != null, node.UNLOGGED() != null),
        node.if_not_exists() != null,
        columns,
        constraints,
        like,
        inherits,
        partitionOf,
        bound,
        partitionBy,
        span);
  }

  private LikeClause like(SQLParser.Table_column_defContext node) {
    Set<LikeClause.Part> including = EnumSet.noneOf(LikeClause.Part.class);
    for (SQLParser.Like_optionContext option : node.like_option()) {
      Set<LikeClause.Part> parts = parts(option);
      if (option.INCLUDING() != null) {
        including.addAll(parts);
      } else {
        including.removeAll(parts);
      }
    }
    return new LikeClause(
        source.qualified(node.schema_qualified_name()), including, source.span(node));
  }

  private static Set<LikeClause.Part> parts(SQLParser.Like_optionContext option) {
    if (option.ALL() != null) {
      return EnumSet.allOf(LikeClause.Part.class);
    }
    if (option.CONSTRAINTS() != null) {
      return EnumSet.of(LikeClause.Part.CONSTRAINTS);
    }
    if (option.DEFAULTS() != null) {
      return EnumSet.of(LikeClause.Part.DEFAULTS);
    }
    if (option.GENERATED() != null) {
      return EnumSet.of(LikeClause.Part.GENERATED);
    }
    if (option.IDENTITY() != null) {
      return EnumSet.of(LikeClause.Part.IDENTITY);
    }
    return option.INDEXES() != null ? EnumSet.of(LikeClause.Part.INDEXES) : Set.of();
  }

  CreateForeignTable createForeignTable(
      SQLParser.Create_foreign_table_statementContext node, Span span) {
    List<ColumnDefinition> columns =
        node.define_columns() == null
            ? List.of()
            : node.define_columns().table_column_def().stream()
                .filter(each -> each.table_column_definition() != null)
                .map(each -> column(each.table_column_definition()))
                .toList();
    return new CreateForeignTable(
        source.qualified(node.name), node.if_not_exists() != null, columns, span);
  }

  CreateTableAs createTableAs(SQLParser.Create_table_as_statementContext node, Span span) {
    ParserRuleContext query =
        node.select_stmt() != null ? node.select_stmt() : node.function_call();
    return new CreateTableAs(
        source.qualified(node.name),
        persistence(node.TEMPORARY() != null || node.TEMP() != null, node.UNLOGGED() != null),
        node.if_not_exists() != null,
        node.NO() == null,
        source.expression(query),
        new QueryReader(source).query(query, span).tables(),
        span);
  }

  private static List<SQLParser.Table_of_type_column_defContext> columnsOfType(
      SQLParser.Define_tableContext node) {
    SQLParser.@Nullable List_of_type_column_defContext list = null;
    if (node.define_partition() != null) {
      list = node.define_partition().list_of_type_column_def();
    } else if (node.define_type() != null) {
      list = node.define_type().list_of_type_column_def();
    }
    return list == null ? List.of() : list.table_of_type_column_def();
  }

  static Persistence persistence(boolean temporary, boolean unlogged) {
    if (temporary) {
      return Persistence.TEMPORARY;
    }
    return unlogged ? Persistence.UNLOGGED : Persistence.PERMANENT;
  }

  PartitionBound bound(SQLParser.For_values_boundContext node) {
    Span span = source.span(node);
    return new PartitionBound(node.DEFAULT() != null, source.text(span), span);
  }

  ColumnDefinition column(SQLParser.Table_column_definitionContext node) {
    return new ColumnDefinition(
        source.name(node.identifier()),
        source.type(node.data_type()),
        collation(node.collate_identifier()),
        node.constraint_common().stream().map(new ConstraintReader(source)::read).toList(),
        source.span(node));
  }

  Optional<QualifiedName> collation(SQLParser.@Nullable Collate_identifierContext node) {
    return Optional.ofNullable(node).map(collate -> source.qualified(collate.collation));
  }
}
