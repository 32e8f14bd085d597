package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateDomain;
import dev.dbops.migrate.sql.DomainAction;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads {@code CREATE DOMAIN} and {@code ALTER DOMAIN}. */
record DomainReader(SourceText source) {
  CreateDomain create(SQLParser.Create_domain_statementContext node, Span span) {
    List<Constraint> constraints = new ArrayList<>();
    node.dom_constraint.forEach(each -> constraints.add(constraint(each, false)));
    if (node.def_value != null) {
      Expression value = source.expression(node.def_value);
      Span clause = source.span(node.DEFAULT(0).getSymbol(), node.def_value.getStop());
      constraints.add(
          new Constraint(
              Optional.empty(), new Constraint.Default(value), false, false, false, clause));
    }
    return new CreateDomain(
        source.qualified(node.name), source.type(node.dat_type), constraints, span);
  }

  AlterDomain alter(SQLParser.Alter_domain_statementContext node, Span span) {
    return new AlterDomain(source.qualified(node.name), action(node), span);
  }

  private DomainAction action(SQLParser.Alter_domain_statementContext node) {
    Span span = source.after(node.name, node);
    if (node.dom_constraint != null) {
      return new DomainAction.AddConstraint(
          constraint(node.dom_constraint, node.not_valid != null), span);
    }
    if (node.validate_constraint() != null) {
      return new DomainAction.ValidateConstraint(
          source.last(node.validate_constraint().constraint_name), span);
    }
    if (node.drop_constraint() != null) {
      return new DomainAction.DropConstraint(
          source.name(node.drop_constraint().constraint_name),
          node.drop_constraint().if_exists() != null,
          span);
    }
    if (node.set_def_column() != null) {
      return new DomainAction.SetDefault(source.expression(node.set_def_column().vex()), span);
    }
    if (node.drop_def() != null) {
      return new DomainAction.DropDefault(span);
    }
    if (node.rename_to() != null) {
      return new DomainAction.Rename(source.name(node.rename_to().name), span);
    }
    if (node.set_schema() != null) {
      return new DomainAction.SetSchema(source.name(node.set_schema().identifier()), span);
    }
    if (node.NULL() != null) {
      return node.SET() != null
          ? new DomainAction.SetNotNull(span)
          : new DomainAction.DropNotNull(span);
    }
    return new DomainAction.OtherAction(source.text(span), span);
  }

  private Constraint constraint(SQLParser.Domain_constraintContext node, boolean notValid) {
    Constraint.Definition definition;
    if (node.CHECK() != null) {
      definition = new Constraint.Check(source.expression(node.vex()), false);
    } else if (node.NOT() != null) {
      definition = new Constraint.NotNull(Optional.empty());
    } else {
      definition = new Constraint.Nullable();
    }
    return new Constraint(
        Optional.ofNullable(node.name).map(source::name),
        definition,
        notValid,
        false,
        false,
        source.span(node));
  }
}
