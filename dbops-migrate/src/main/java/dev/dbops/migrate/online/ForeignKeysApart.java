package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several foreign keys of one statement, each in a transaction of its own. */
public final class ForeignKeysApart {
  private ForeignKeysApart() {}

  /**
   * Creates a table without its foreign keys, then adds them one by one.
   *
   * @return empty where the server refuses {@code NOT VALID}
   */
  public static Optional<OnlineForm> of(CreateTable statement, StatementContext context) {
    if (statement.partitionBy().isPresent()
        && context.version() < NotValidConstraint.ON_PARTITIONED_TABLE) {
      return Optional.empty();
    }
    List<NamedConstraint> keys = new ArrayList<>();
    Splice table = new Splice(context.text(), statement.span());
    for (ColumnDefinition column : statement.columns()) {
      for (Constraint each : column.all(Constraint.ForeignKey.class)) {
        table.removeWithSpaceBefore(each.span());
        Optional<Name> name = Optional.of(column.name());
        keys.add(NamedConstraint.ofNewTable(statement, each, name, context));
      }
    }
    List<Span> kept = elementsKept(statement);
    for (Constraint each : statement.constraints()) {
      if (each.definition() instanceof Constraint.ForeignKey) {
        table.replace(withComma(each.span(), kept, context), "");
        keys.add(NamedConstraint.ofNewTable(statement, each, Optional.empty(), context));
      }
    }
    List<OnlineStep> steps = new ArrayList<>();
    steps.add(OnlineStep.inTransaction(table.sql(), "the table alone"));
    String alter = "ALTER TABLE " + statement.name().text();
    keys.forEach(key -> steps.addAll(NotValidConstraint.steps(alter, key)));
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
  }

  /**
   * Adds the foreign keys of one {@code ALTER TABLE} one by one.
   *
   * @return empty where the server refuses {@code NOT VALID}, or the statement does more than this
   */
  public static Optional<OnlineForm> of(AlterTable statement, StatementContext context) {
    boolean partitioned =
        context.before().table(statement.table()).filter(TableState::isPartitioned).isPresent();
    if (partitioned && context.version() < NotValidConstraint.ON_PARTITIONED_TABLE) {
      return Optional.empty();
    }
    TableCommand command = new TableCommand(statement, context);
    List<OnlineStep> steps = new ArrayList<>();
    for (AlterTableAction action : statement.actions()) {
      if (!(action instanceof AddConstraint add)
          || !(add.constraint().definition() instanceof Constraint.ForeignKey)) {
        return Optional.empty();
      }
      Constraint key = add.constraint();
      if (key.notValid() || key.notEnforced()) {
        steps.add(OnlineStep.inTransaction(command.with(context.text(add.span())), ""));
      } else {
        steps.addAll(
            NotValidConstraint.steps(
                command, NamedConstraint.of(command, add, key, Optional.empty())));
      }
    }
    return Optional.of(new OnlineForm(steps, OnlineForm.Safety.SAFE));
  }

  private static List<Span> elementsKept(CreateTable statement) {
    List<Span> kept = new ArrayList<>();
    statement.columns().forEach(column -> kept.add(column.span()));
    statement.like().forEach(like -> kept.add(like.span()));
    statement.constraints().stream()
        .filter(each -> !(each.definition() instanceof Constraint.ForeignKey))
        .forEach(each -> kept.add(each.span()));
    return kept;
  }

  /** An element of the list with the comma before it, or behind it where nothing is before it. */
  private static Span withComma(Span element, List<Span> kept, StatementContext context) {
    boolean first = kept.stream().noneMatch(each -> each.end() <= element.start());
    Tokens commas = Lexer.lex(context.text()).only(kind -> kind == TokenKind.COMMA);
    int comma = -1;
    for (int i = 0; i < commas.size(); i++) {
      boolean before = commas.end(i) <= element.start();
      if (before && !first) {
        comma = commas.start(i);
      } else if (first && comma < 0 && commas.start(i) >= element.end()) {
        comma = commas.end(i);
      }
    }
    if (comma < 0) {
      return element;
    }
    return first ? new Span(element.start(), comma) : new Span(comma, element.end());
  }
}
