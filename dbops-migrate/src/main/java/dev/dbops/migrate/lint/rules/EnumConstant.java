package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.DomainState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A label of an enum among the constants of a statement. The same constant may be text; it is the
 * label where it is cast to the enum, or meets a column that is known to be of it.
 */
final class EnumConstant {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

  /** What may stand between a column, or its type, and a constant that it takes. */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "in",
          "not",
          "null",
          "default",
          "any",
          "some",
          "all",
          "array",
          "between",
          "and",
          "is",
          "distinct",
          "from",
          "set");

  private static final Set<String> FIRST_ARGUMENT_DECIDES =
      Set.of("coalesce", "nullif", "greatest", "least");

  private final QualifiedName type;
  private final SchemaState schema;
  private final Statement statement;
  private final Tokens tokens;
  private final List<TableState> tables;

  private EnumConstant(QualifiedName type, RuleContext context) {
    this.type = type;
    this.schema = context.schemaAfter();
    this.statement = context.statement();
    this.tokens = Lexer.lex(context.placed().text()).only(kind -> !kind.isComment());
    this.tables = tablesNamed();
  }

  /** Whether the server takes a constant of the statement for the label. */
  static boolean isUsed(QualifiedName type, String label, RuleContext context) {
    String constant = SqlIdentifier.quoteLiteral(label);
    return context.placed().text().contains(constant)
        && new EnumConstant(type, context).isUsed(constant);
  }

  private boolean isUsed(String constant) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i).isString() && tokens.text(i).equals(constant)) {
        found.add(i);
      }
    }
    return found.stream().anyMatch(this::meetsType) || isInserted(found);
  }

  private boolean meetsType(int constant) {
    if (tokens.is(constant + 1, TokenKind.DOUBLE_COLON)) {
      return isType(lastOfName(constant + 2));
    }
    if (tokens.isWord(constant + 1, "as") && isWord(constant - 2, "cast")) {
      return isType(lastOfName(constant + 2));
    }
    if (isComparison(constant + 1)) {
      return isOfType(lastOfName(constant + 2));
    }
    return isOfType(before(constant));
  }

  /** The last name before a constant that decides what type it takes, -1 if there is none. */
  private int before(int constant) {
    int i = constant - 1;
    while (i >= 0) {
      if (tokens.is(i, TokenKind.COMMA)) {
        int opener = opener(i);
        if (wordAt(opener - 1).filter(FIRST_ARGUMENT_DECIDES::contains).isPresent()) {
          return lastOfName(opener + 1);
        }
        boolean list = isWord(opener - 1, "in") || isWord(opener - 1, "array");
        i = list ? opener - 1 : -1;
      } else if (isWord(i, "then") || isWord(i, "else")) {
        i = caseBefore(i) - 1;
      } else if (isWord(i, "when")) {
        return lastOfName(caseBefore(i) + 1);
      } else if (isPassedOver(i)) {
        i--;
      } else {
        return i;
      }
    }
    return -1;
  }

  private boolean isPassedOver(int i) {
    return tokens.is(i, TokenKind.LEFT_PAREN)
        || tokens.is(i, TokenKind.LEFT_BRACKET)
        || tokens.kind(i).isString()
        || isComparison(i)
        || wordAt(i).filter(PASSED_OVER::contains).isPresent();
  }

  private boolean isComparison(int i) {
    return tokens.is(i, TokenKind.OPERATOR) && COMPARISONS.contains(tokens.text(i));
  }

  /** The parenthesis or bracket that a token stands in, -1 if there is none. */
  private int opener(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      depth += depthOf(i);
      if (depth > 0) {
        return i;
      }
    }
    return -1;
  }

  private int depthOf(int i) {
    return switch (tokens.kind(i)) {
      case LEFT_PAREN, LEFT_BRACKET -> 1;
      case RIGHT_PAREN, RIGHT_BRACKET -> -1;
      default -> 0;
    };
  }

  private int caseBefore(int index) {
    int ends = 0;
    for (int i = index - 1; i >= 0; i--) {
      if (isWord(i, "end")) {
        ends++;
      } else if (isWord(i, "case") && --ends < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether one of the constants is a value that goes into a column of the type. */
  private boolean isInserted(List<Integer> constants) {
    if (constants.isEmpty()) {
      return false;
    }
    Optional<QualifiedName> target =
        statement instanceof Insert insert
            ? Optional.of(insert.table())
            : statement instanceof Merge merge ? Optional.of(merge.table()) : Optional.empty();
    return target
        .flatMap(schema::table)
        .filter(
            table -> new InsertedRows(tokens, table).columnsOf(constants).anyMatch(this::isEnum))
        .isPresent();
  }

  /** Whether a name is that of a column of the type, or where it is no column, of the type. */
  private boolean isOfType(int index) {
    if (index < 0 || index >= tokens.size() || !tokens.kind(index).isIdentifier()) {
      return false;
    }
    String name = SqlIdentifier.fold(tokens.text(index));
    List<ColumnState> columns =
        tables.stream().flatMap(each -> each.column(name).stream()).toList();
    return columns.isEmpty() ? isType(index) : columns.stream().anyMatch(this::isEnum);
  }

  private boolean isEnum(ColumnState column) {
    return column.type().filter(each -> isEnum(each)).isPresent();
  }

  private boolean isEnum(DataType declared) {
    DataType base = schema.domain(declared).map(DomainState::base).orElse(declared);
    return base.name().equals(type.value())
        && (base.schema().isEmpty()
            || type.schemaValue().isEmpty()
            || base.schema().equals(type.schemaValue()));
  }

  private boolean isType(int index) {
    return index >= 0
        && index < tokens.size()
        && tokens.kind(index).isIdentifier()
        && SqlIdentifier.fold(tokens.text(index)).equals(type.value());
  }

  /** The last part of a name with dots in it that begins here. */
  private int lastOfName(int index) {
    int last = index;
    while (tokens.is(last + 1, TokenKind.DOT)) {
      last += 2;
    }
    return last;
  }

  private boolean isWord(int index, String word) {
    return tokens.isWord(index, word) && !tokens.is(index - 1, TokenKind.DOT);
  }

  private Optional<String> wordAt(int index) {
    return tokens.is(index, TokenKind.WORD) && !tokens.is(index - 1, TokenKind.DOT)
        ? Optional.of(SqlIdentifier.fold(tokens.text(index)))
        : Optional.empty();
  }

  private List<TableState> tablesNamed() {
    List<TableState> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i).isIdentifier()) {
        boolean qualified =
            i > 1 && tokens.is(i - 1, TokenKind.DOT) && tokens.kind(i - 2).isIdentifier();
        Optional<Name> schemaName = qualified ? Optional.of(name(i - 2)) : Optional.empty();
        schema
            .table(new QualifiedName(schemaName, name(i), tokens.text(i), name(i).span()))
            .filter(table -> !found.contains(table))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Name name(int index) {
    String text = tokens.text(index);
    return new Name(
        SqlIdentifier.fold(text), text, new Span(tokens.start(index), tokens.end(index)));
  }
}
