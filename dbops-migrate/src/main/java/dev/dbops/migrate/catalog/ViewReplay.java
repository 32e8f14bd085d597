package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Persistence;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes views, and finds what they read. */
final class ViewReplay {
  private final SchemaEdit edit;

  ViewReplay(SchemaEdit edit) {
    this.edit = edit;
  }

  void create(CreateView statement) {
    ObjectName name = edit.state().nameOfNew(statement.name());
    Optional<ViewQuery> query = Optional.of(queryOf(statement.query()));
    Optional<TableState> before = edit.state().table(name).filter(TableState::isView);
    if (before.isPresent()) {
      if (statement.orReplace()) {
        edit.change(before.get().id(), view -> view.query = query);
      }
      return;
    }
    edit.create(name)
        .ifPresent(
            view -> {
              view.kind =
                  statement.materialized()
                      ? TableState.Kind.MATERIALIZED_VIEW
                      : TableState.Kind.VIEW;
              view.persistence = Persistence.PERMANENT;
              view.query = query;
              edit.put(view.build());
            });
  }

  /**
   * What a query reads: every name in it, not one of a function, that means a table or view. A
   * column of the name of a table counts as well, which does no more than warn of a view too many.
   */
  private ViewQuery queryOf(Expression text) {
    Tokens tokens = Lexer.lex(text.text()).only(kind -> !kind.isComment());
    Set<RelationId> reads = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>(Names.wordsIn(text.text()));
    for (int i = 0; i < tokens.size(); i++) {
      if (selectsAll(tokens, i)) {
        words.add("*");
      }
      boolean startsName = tokens.kind(i).isIdentifier() && !tokens.is(i - 1, TokenKind.DOT);
      if (startsName && !tokens.is(i + 1, TokenKind.LEFT_PAREN)) {
        tableAt(tokens, i).ifPresent(table -> reads.add(table.id()));
      }
    }
    return new ViewQuery(text, reads, words);
  }

  private Optional<TableState> tableAt(Tokens tokens, int i) {
    boolean qualified =
        tokens.is(i + 1, TokenKind.DOT)
            && i + 2 < tokens.size()
            && tokens.kind(i + 2).isIdentifier();
    String first = Names.identifier(tokens, i);
    SchemaState state = edit.state();
    if (qualified) {
      ObjectName name = new ObjectName(first, Names.identifier(tokens, i + 2));
      Optional<TableState> table = state.table(name);
      if (table.isPresent()) {
        return table;
      }
    }
    return state.table(state.lookUp(Optional.empty(), first, state.relations::isTaken));
  }

  /** Whether a star stands for columns: after a dot, a comma or SELECT, not as an operator. */
  private static boolean selectsAll(Tokens tokens, int i) {
    return tokens.isOperator(i, "*")
        && (tokens.is(i - 1, TokenKind.DOT)
            || tokens.is(i - 1, TokenKind.COMMA)
            || tokens.isWord(i - 1, "select")
            || tokens.isWord(i - 1, "distinct")
            || tokens.isWord(i - 1, "all"));
  }
}
