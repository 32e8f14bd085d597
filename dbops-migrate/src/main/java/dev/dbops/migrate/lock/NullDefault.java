package dev.dbops.migrate.lock;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.Locale;

/** A default that is none: {@code NULL}, perhaps in parentheses or cast to the column's type. */
final class NullDefault {
  private NullDefault() {}

  static boolean is(Expression value, DataType type) {
    Tokens tokens =
        Lexer.lex(value.text())
            .only(
                kind ->
                    !kind.isComment()
                        && kind != TokenKind.LEFT_PAREN
                        && kind != TokenKind.RIGHT_PAREN);
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      written.append(tokens.text(i).toLowerCase(Locale.ROOT));
    }
    String text = written.toString();
    return text.equals("null")
        || text.equals("null::" + type.text().toLowerCase(Locale.ROOT).replace(" ", ""));
  }
}
