package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateForeignTable;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.LikeClause;
import dev.dbops.migrate.sql.Name;
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

/** Reads {@code CREATE TABLE}, columns and constraints. */
record TableReader(SourceText source) {
  CreateTable createTable(SQLParser.Create_table_statementContext node, Span span) {
    List<ColumnDefinition> columns = new ArrayList<>();
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
          constraints.add(constraint(each.tabl_constraint));
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
      constraints.addAll(constraints(each));
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

  /** Constraints of a column whose type stands elsewhere, as constraints of the table. */
  private List<Constraint> constraints(SQLParser.Table_of_type_column_defContext node) {
    if (node.tabl_constraint != null) {
      return List.of(constraint(node.tabl_constraint));
    }
    Name column = source.name(node.identifier());
    return node.constraint_common().stream()
        .map(this::constraint)
        .map(each -> onColumn(each, column))
        .toList();
  }

  private static Constraint onColumn(Constraint constraint, Name column) {
    return new Constraint(
        constraint.name(),
        onColumn(constraint.definition(), column),
        constraint.notValid(),
        constraint.notEnforced(),
        constraint.deferrable(),
        constraint.span());
  }

  private static Constraint.Definition onColumn(Constraint.Definition definition, Name column) {
    List<Name> columns = List.of(column);
    if (definition instanceof Constraint.NotNull) {
      return new Constraint.NotNull(Optional.of(column));
    }
    if (definition instanceof Constraint.PrimaryKey key) {
      return new Constraint.PrimaryKey(columns, key.usingIndex());
    }
    if (definition instanceof Constraint.Unique unique) {
      return new Constraint.Unique(columns, unique.nullsNotDistinct(), unique.usingIndex());
    }
    if (definition instanceof Constraint.ForeignKey key) {
      return new Constraint.ForeignKey(columns, key.referenced(), key.referencedColumns());
    }
    return definition;
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
        node.constraint_common().stream().map(this::constraint).toList(),
        source.span(node));
  }

  Optional<QualifiedName> collation(SQLParser.@Nullable Collate_identifierContext node) {
    return Optional.ofNullable(node).map(collate -> source.qualified(collate.collation));
  }

  Constraint constraint(SQLParser.Constraint_commonContext node) {
    Optional<Name> name = Optional.ofNullable(node.identifier()).map(source::name);
    boolean notValid = node.VALID() != null;
    boolean notEnforced = node.table_enforced() != null && node.table_enforced().NOT() != null;
    boolean deferrable = node.table_deferrable() != null && node.table_deferrable().NOT() == null;
    return new Constraint(
        name, definition(node.constr_body()), notValid, notEnforced, deferrable, source.span(node));
  }

  private Constraint.Definition definition(SQLParser.Constr_bodyContext node) {
    if (node.EXCLUDE() != null) {
      return new Constraint.Exclude(Optional.ofNullable(node.index_method).map(source::name));
    }
    if (node.REFERENCES() != null) {
      return new Constraint.ForeignKey(
          columns(node.col_period),
          source.qualified(node.schema_qualified_name()),
          columns(node.ref_period));
    }
    if (node.CHECK() != null) {
      return new Constraint.Check(
          source.expression(node.expression), node.inherit_option() != null);
    }
    if (node.UNIQUE() != null) {
      boolean nullsNotDistinct =
          node.nulls_distinction() != null && node.nulls_distinction().NOT() != null;
      return new Constraint.Unique(columns(node.col_overlaps), nullsNotDistinct, usingIndex(node));
    }
    if (node.PRIMARY() != null) {
      return new Constraint.PrimaryKey(columns(node.col_overlaps), usingIndex(node));
    }
    if (node.DEFAULT() != null) {
      return new Constraint.Default(source.expression(node.default_expr));
    }
    if (node.identity_body() != null) {
      return new Constraint.Identity(node.identity_body().ALWAYS() != null);
    }
    if (node.GENERATED() != null) {
      return new Constraint.Generated(source.expression(node.vex()), node.STORED() != null);
    }
    if (node.NOT() != null) {
      return new Constraint.NotNull(Optional.ofNullable(node.col_name).map(source::last));
    }
    return new Constraint.Nullable();
  }

  private Optional<QualifiedName> usingIndex(SQLParser.Constr_bodyContext node) {
    return Optional.ofNullable(node.index_parameters())
        .map(SQLParser.Index_parametersContext::schema_qualified_name)
        .map(source::qualified);
  }

  private List<Name> columns(SQLParser.@Nullable Names_with_periodContext node) {
    if (node == null) {
      return List.of();
    }
    List<Name> columns = new ArrayList<>(source.last(node.schema_qualified_name()));
    if (node.name_with_period() != null) {
      columns.add(source.last(node.name_with_period().schema_qualified_name()));
    }
    return columns;
  }

  private List<Name> columns(SQLParser.@Nullable Names_without_overlapsContext node) {
    if (node == null) {
      return List.of();
    }
    List<Name> columns = new ArrayList<>(source.last(node.schema_qualified_name()));
    if (node.name_without_overlaps() != null) {
      columns.add(source.last(node.name_without_overlaps().schema_qualified_name()));
    }
    return columns;
  }
}
