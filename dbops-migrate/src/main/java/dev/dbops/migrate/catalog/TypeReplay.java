package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.Condition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateDomain;
import dev.dbops.migrate.sql.CreateType;
import dev.dbops.migrate.sql.DomainAction;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes and changes domains and enums. */
final class TypeReplay {
  private final SchemaEdit edit;

  TypeReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void create(CreateDomain statement) {
    ObjectName name = edit.state().nameOfNew(statement.name());
    if (isTaken(name)) {
      return;
    }
    DomainState domain =
        new DomainState(name, statement.type(), false, Optional.empty(), Map.of(), edit.unit());
    for (Constraint constraint : statement.constraints()) {
      domain = with(domain, constraint);
    }
    edit.put(edit.others().put(domain));
  }

  void create(CreateType statement) {
    ObjectName name = edit.state().nameOfNew(statement.name());
    if (statement.isEnum() && !isTaken(name)) {
      edit.put(edit.others().put(new EnumState(name, statement.labels(), Map.of(), edit.unit())));
    }
  }

  void alter(AlterDomain statement) {
    Optional<DomainState> domain = edit.state().domain(statement.domain());
    if (domain.isEmpty()) {
      return;
    }
    DomainAction action = statement.action();
    if (action instanceof DomainAction.Rename rename) {
      move(statement.domain(), rename.to().value(), Optional.empty());
    } else if (action instanceof DomainAction.SetSchema set) {
      move(statement.domain(), statement.domain().value(), Optional.of(set.schema().value()));
    } else {
      edit.put(edit.others().put(changed(domain.get(), action)));
    }
  }

  void alter(AlterType statement) {
    Optional<EnumState> found = edit.state().enumType(statement.type());
    String value = statement.value().orElse("");
    switch (statement.kind()) {
      case ADD_VALUE ->
          found
              .filter(type -> !type.labels().contains(value))
              .map(type -> type.withLabel(value, edit.state().session.transaction()))
              .ifPresent(type -> edit.put(edit.others().put(type)));
      case RENAME_VALUE ->
          found.ifPresent(type -> edit.put(edit.others().put(type.withoutLabel(value))));
      case RENAME -> move(statement.type(), value, Optional.empty());
      case SET_SCHEMA -> move(statement.type(), statement.type().value(), Optional.of(value));
      default -> {}
    }
  }

  private void move(QualifiedName type, String name, Optional<String> schema) {
    TypesAndRoutines others = edit.others();
    ObjectName from = edit.state().lookUp(type, this::isTaken);
    ObjectName to = new ObjectName(schema.orElse(from.schema()), name);
    if (!isTaken(to)) {
      TypesAndRoutines without = others.withoutType(from);
      others.domains().get(from).ifPresent(each -> edit.put(without.put(each.withName(to))));
      others.enums().get(from).ifPresent(each -> edit.put(without.put(each.withName(to))));
    }
  }

  private DomainState changed(DomainState domain, DomainAction action) {
    if (action instanceof DomainAction.AddConstraint add) {
      return with(domain, add.constraint());
    }
    if (action instanceof DomainAction.ValidateConstraint validate) {
      Map<String, ConstraintState> checks = new LinkedHashMap<>(domain.checks());
      checks.computeIfPresent(
          validate.constraint().value(), (name, check) -> check.withValidated(true));
      return domain.withChecks(checks);
    }
    if (action instanceof DomainAction.DropConstraint drop) {
      Map<String, ConstraintState> checks = new LinkedHashMap<>(domain.checks());
      checks.remove(drop.constraint().value());
      return domain.withChecks(checks);
    }
    if (action instanceof DomainAction.SetDefault set) {
      return domain.withDefault(Optional.of(set.value()));
    }
    if (action instanceof DomainAction.DropDefault) {
      return domain.withDefault(Optional.empty());
    }
    boolean setsNotNull = action instanceof DomainAction.SetNotNull;
    return setsNotNull || action instanceof DomainAction.DropNotNull
        ? domain.withNotNull(setsNotNull)
        : domain;
  }

  private DomainState with(DomainState domain, Constraint constraint) {
    if (constraint.definition() instanceof Constraint.NotNull) {
      return domain.withNotNull(true);
    }
    if (constraint.definition() instanceof Constraint.Default value) {
      return domain.withDefault(Optional.of(value.value()));
    }
    if (!(constraint.definition() instanceof Constraint.Check check)) {
      return domain;
    }
    Map<String, ConstraintState> checks = new LinkedHashMap<>(domain.checks());
    String name =
        constraint
            .name()
            .map(Name::value)
            .orElseGet(
                () ->
                    DefaultNames.choose(
                        domain.name().name(), List.of(), "check", checks::containsKey));
    checks.putIfAbsent(name, checkOf(name, constraint, check.condition()));
    return domain.withChecks(checks);
  }

  private ConstraintState checkOf(String name, Constraint constraint, Expression condition) {
    return new ConstraintState(
        name,
        ConstraintState.Kind.CHECK,
        List.of(),
        !constraint.notValid(),
        true,
        Optional.empty(),
        Optional.of(condition),
        Condition.of(condition).notNullColumns(),
        edit.unit());
  }

  private boolean isTaken(ObjectName name) {
    return edit.others().domains().containsKey(name) || edit.others().enums().containsKey(name);
  }
}
