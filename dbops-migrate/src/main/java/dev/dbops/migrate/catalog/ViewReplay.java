package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Persistence;
import dev.dbops.migrate.sql.QualifiedName;
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
    Optional<ViewQuery> query = Optional.of(queryOf(statement));
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

  private ViewQuery queryOf(CreateView statement) {
    Tokens tokens = Lexer.lex(statement.query().text()).only(kind -> !kind.isComment());
    Set<String> words = new LinkedHashSet<>(Names.wordsIn(statement.query().text()));
    Set<String> ownNames = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (selectsAll(tokens, i)) {
        words.add("*");
      }
      if (tokens.kind(i).isIdentifier() && namesSubquery(tokens, i)) {
        ownNames.add(Names.identifier(tokens, i));
      }
    }
    Set<RelationId> reads = new LinkedHashSet<>();
    for (QualifiedName table : statement.tables()) {
      boolean own = table.schema().isEmpty() && ownNames.contains(table.value());
      if (!own && !isSystem(table)) {
        RelationId id = edit.known(table).id();
        edit.state().table(id).ifPresent(each -> reads.add(id));
      }
    }
    return new ViewQuery(statement.query(), reads, words);
  }

  private static boolean isSystem(QualifiedName table) {
    String schema = table.schemaValue().orElse(table.value());
    return schema.startsWith("pg_") || schema.equals("information_schema");
  }

  /** Whether a name is that of a query in {@code WITH}. */
  private static boolean namesSubquery(Tokens tokens, int i) {
    int as = i + 1;
    if (tokens.is(as, TokenKind.LEFT_PAREN)) {
      while (as < tokens.size() && !tokens.is(as - 1, TokenKind.RIGHT_PAREN)) {
        as++;
      }
    }
    int open = as + 1;
    while (tokens.isWord(open, "not") || tokens.isWord(open, "materialized")) {
      open++;
    }
    return tokens.isWord(as, "as") && tokens.is(open, TokenKind.LEFT_PAREN);
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
