package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads constraints of tables and columns. */
record ConstraintReader(SourceText source) {
  Constraint read(SQLParser.Constraint_commonContext node) {
    Optional<Name> name = Optional.ofNullable(node.identifier()).map(source::name);
    boolean notValid = node.VALID() != null;
    boolean notEnforced = node.table_enforced() != null && node.table_enforced().NOT() != null;
    boolean deferrable = node.table_deferrable() != null && node.table_deferrable().NOT() == null;
    return new Constraint(
        name, definition(node.constr_body()), notValid, notEnforced, deferrable, source.span(node));
  }

  /** Constraints of a column whose type stands elsewhere, as constraints of the table. */
  List<Constraint> constraints(SQLParser.Table_of_type_column_defContext node) {
    if (node.tabl_constraint != null) {
      return List.of(read(node.tabl_constraint));
    }
    Name column = source.name(node.identifier());
    return node.constraint_common().stream()
        .map(this::read)
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
