package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.AlterFunction;
import dev.dbops.migrate.sql.AlterIndex;
import dev.dbops.migrate.sql.AlterObject;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.CreateDomain;
import dev.dbops.migrate.sql.CreateForeignTable;
import dev.dbops.migrate.sql.CreateFunction;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.CreatePublication;
import dev.dbops.migrate.sql.CreateSchema;
import dev.dbops.migrate.sql.CreateSequence;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.CreateTrigger;
import dev.dbops.migrate.sql.CreateType;
import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.DropFromTable;
import dev.dbops.migrate.sql.ObjectKind;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.SetVariable;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.StatementVisitor;
import dev.dbops.migrate.sql.TransactionControl;
import dev.dbops.migrate.sql.Volatility;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a state from before a statement to after it. What changes no schema gives the same state.
 */
final class StatementReplay implements StatementVisitor<SchemaState> {
  private final SchemaState before;
  private final SchemaEdit edit;

  StatementReplay(SchemaState before) {
    this(before, new SchemaEdit(before));
  }

  private StatementReplay(SchemaState before, SchemaEdit edit) {
    this.before = before;
    this.edit = edit;
  }

  private SchemaEdit edit(boolean ifNotExists) {
    return ifNotExists ? SchemaEdit.perhapsDone(before) : edit;
  }

  @Override
  public SchemaState otherwise(Statement statement) {
    return before;
  }

  @Override
  public SchemaState visit(CreateTable statement) {
    SchemaEdit created = edit(statement.ifNotExists());
    new CreateTableReplay(created).create(statement);
    return created.state();
  }

  @Override
  public SchemaState visit(CreateForeignTable statement) {
    SchemaEdit created = edit(statement.ifNotExists());
    new CreateTableReplay(created).create(statement);
    return created.state();
  }

  @Override
  public SchemaState visit(CreateTableAs statement) {
    SchemaEdit created = edit(statement.ifNotExists());
    ObjectName name = new CreateTableReplay(edit).nameOf(statement.name(), statement.persistence());
    created
        .create(name)
        .ifPresent(
            table -> {
              table.persistence = statement.persistence();
              created.put(table.build());
            });
    return created.state();
  }

  @Override
  public SchemaState visit(AlterTable statement) {
    new AlterTableReplay(edit).alter(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateIndex statement) {
    new IndexReplay(edit).create(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(AlterIndex statement) {
    new IndexReplay(edit).alter(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateView statement) {
    SchemaEdit created = edit(statement.ifNotExists());
    new ViewReplay(created).create(statement);
    return created.state();
  }

  @Override
  public SchemaState visit(Drop statement) {
    new DropReplay(edit).drop(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateDomain statement) {
    new TypeReplay(edit).create(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(AlterDomain statement) {
    new TypeReplay(edit).alter(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateType statement) {
    new TypeReplay(edit).create(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(AlterType statement) {
    new TypeReplay(edit).alter(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(AlterObject statement) {
    new MoveReplay(edit).move(statement);
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateFunction statement) {
    ObjectName name = before.nameOfNew(statement.name());
    Map<String, Volatility> overloads =
        new HashMap<>(
            before.others.functions().get(name).map(FunctionState::overloads).orElseGet(Map::of));
    overloads.put(signature(statement.parameters()), statement.volatility());
    edit.put(edit.others().put(new FunctionState(name, overloads)));
    return edit.state();
  }

  @Override
  public SchemaState visit(AlterFunction statement) {
    Optional<FunctionState> known = before.function(statement.name());
    ObjectName name =
        known.map(FunctionState::name).orElseGet(() -> before.nameOfNew(statement.name()));
    Map<String, Volatility> overloads =
        new HashMap<>(known.map(FunctionState::overloads).orElseGet(Map::of));
    if (overloads.size() == 1) {
      overloads.replaceAll((parameters, volatility) -> statement.volatility());
    } else {
      overloads.put(signature(statement.parameters()), statement.volatility());
    }
    edit.put(edit.others().put(new FunctionState(name, overloads)));
    return edit.state();
  }

  private static String signature(String parameters) {
    return parameters.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  @Override
  public SchemaState visit(CreateSequence statement) {
    edit.put(edit.others().putSequence(before.nameOfNew(statement.name())));
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateSchema statement) {
    statement.name().ifPresent(name -> edit.put(edit.others().putSchema(name.value())));
    return edit.state();
  }

  @Override
  public SchemaState visit(CreatePublication statement) {
    Set<RelationId> tables = new LinkedHashSet<>();
    statement.tables().forEach(table -> tables.add(edit.known(table).id()));
    Set<String> schemas = new LinkedHashSet<>(Names.values(statement.schemas()));
    edit.put(
        edit.others()
            .put(
                new PublicationState(
                    statement.name().value(), statement.allTables(), tables, schemas)));
    return edit.state();
  }

  @Override
  public SchemaState visit(CreateTrigger statement) {
    edit.change(
        edit.known(statement.table()).id(), table -> table.triggers.add(statement.name().value()));
    return edit.state();
  }

  @Override
  public SchemaState visit(DropFromTable statement) {
    if (statement.kind() == ObjectKind.TRIGGER) {
      before
          .table(statement.table())
          .ifPresent(
              found ->
                  edit.change(
                      found.id(), table -> table.triggers.remove(statement.name().value())));
    }
    return edit.state();
  }

  @Override
  public SchemaState visit(SetVariable statement) {
    return switch (statement.name()) {
      case "search_path" ->
          before.with(before.session.withSearchPath(statement.value(), statement.local()));
      case "timezone" ->
          before.with(before.session.withTimeZone(statement.value(), statement.local()));
      case "lock_timeout" ->
          before.with(before.session.withLockTimeout(statement.value(), statement.local()));
      case "all" -> before.with(before.session.reset());
      default -> before;
    };
  }

  @Override
  public SchemaState visit(Select statement) {
    SchemaState state = before;
    for (SetVariable setting : statement.settings()) {
      state = setting.accept(new StatementReplay(state));
    }
    return state;
  }

  @Override
  public SchemaState visit(DoBlock statement) {
    SchemaState state = before;
    for (Statement inner : statement.body().statements()) {
      if (!(inner instanceof TransactionControl)) {
        boolean conditional = statement.body().isConditional(inner);
        SchemaEdit edited = conditional ? SchemaEdit.perhapsDone(state) : new SchemaEdit(state);
        state = inner.accept(new StatementReplay(state, edited));
      }
    }
    return state;
  }
}
