package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * The text that a tree was made from: turns nodes into names, types and expressions with their
 * spans.
 *
 * @param text as the user wrote it: a whole text, or the body of a function in it
 * @param base where it begins in the whole text, which is what spans refer to
 */
record SourceText(String text, int base) {
  Span span(ParserRuleContext node) {
    return span(node.getStart(), node.getStop());
  }

  Span span(ParserRuleContext from, ParserRuleContext to) {
    return span(from.getStart(), to.getStop());
  }

  Span span(Token from, @Nullable Token to) {
    int start = from.getStartIndex();
    int end = to == null ? start : to.getStopIndex() + 1;
    return new Span(start, Math.max(start, end));
  }

  /** A statement's span, with what was left out for the grammar's sake behind its last token. */
  Span statement(ParserRuleContext node) {
    Span span = span(node);
    return node.getStop() instanceof GrammarToken last && last.end() > span.end()
        ? new Span(span.start(), last.end())
        : span;
  }

  /** Where that begins which follows a part of a statement, up to the end of the statement. */
  Span after(ParserRuleContext part, ParserRuleContext statement) {
    Span whole = statement(statement);
    int next = statement.children.indexOf(part) + 1;
    while (next < statement.getChildCount()
        && statement.getChild(next) instanceof TerminalNode node
        && node.getSymbol().getType() == SQLParser.MULTIPLY) {
      next++;
    }
    if (next >= statement.getChildCount()) {
      return new Span(whole.end(), whole.end());
    }
    ParseTree child = statement.getChild(next);
    Token first =
        child instanceof ParserRuleContext rule
            ? rule.getStart()
            : ((TerminalNode) child).getSymbol();
    return new Span(first.getStartIndex(), whole.end());
  }

  Span span(TerminalNode node) {
    return span(node.getSymbol(), node.getSymbol());
  }

  String text(ParserRuleContext node) {
    return text(span(node));
  }

  String text(Span span) {
    return text.substring(span.start() - base, span.end() - base);
  }

  Name name(ParserRuleContext identifier) {
    Span span = span(identifier);
    return name(span);
  }

  Name name(Span span) {
    String written = text(span);
    return new Name(SqlIdentifier.truncate(SqlIdentifier.fold(written)), written, span);
  }

  List<Name> names(List<? extends ParserRuleContext> identifiers) {
    return identifiers.stream().map(this::name).toList();
  }

  /** A name of one, two or three parts; of three, the first (the database) says nothing new. */
  QualifiedName qualified(SQLParser.Schema_qualified_nameContext node) {
    Name first = name(node.identifier());
    List<SQLParser.Identifier_reservedContext> rest = node.identifier_reserved();
    Span span = span(node);
    if (rest.isEmpty()) {
      return new QualifiedName(Optional.empty(), first, text(span), span);
    }
    Name last = name(rest.get(rest.size() - 1));
    Name schema = rest.size() == 1 ? first : name(rest.get(0));
    return new QualifiedName(Optional.of(schema), last, text(span), span);
  }

  QualifiedName unqualified(ParserRuleContext identifier) {
    Name name = name(identifier);
    return new QualifiedName(Optional.empty(), name, name.text(), name.span());
  }

  List<QualifiedName> qualified(List<SQLParser.Schema_qualified_nameContext> nodes) {
    return nodes.stream().map(this::qualified).toList();
  }

  List<QualifiedName> tables(List<SQLParser.Only_table_multiplyContext> nodes) {
    return nodes.stream().map(each -> qualified(each.schema_qualified_name())).toList();
  }

  /** The last part of a name, where only that can be meant: a column, a constraint. */
  Name last(SQLParser.Schema_qualified_nameContext node) {
    return qualified(node).name();
  }

  List<Name> last(List<SQLParser.Schema_qualified_nameContext> nodes) {
    return nodes.stream().map(this::last).toList();
  }

  Expression expression(ParserRuleContext node) {
    Span span = span(node);
    return new Expression(text(span), span);
  }

  /** The tokens of a node without quotes and comments, with something else between them. */
  String words(ParserRuleContext node, String between) {
    Tokens tokens = Lexer.lex(text(node)).only(kind -> !kind.isComment());
    StringJoiner words = new StringJoiner(between);
    for (int i = 0; i < tokens.size(); i++) {
      words.add(
          tokens.kind(i).isIdentifier() ? SqlIdentifier.fold(tokens.text(i)) : tokens.text(i));
    }
    return words.toString();
  }

  /** What a string constant says; of dollar-quoted ones, what stands between the dollars. */
  String literal(ParserRuleContext node) {
    String written = text(node);
    if (written.startsWith("$")) {
      int tag = written.indexOf('$', 1) + 1;
      return written.substring(tag, written.length() - tag);
    }
    int open = written.indexOf('\'');
    int close = written.lastIndexOf('\'');
    return open < close ? written.substring(open + 1, close).replace("''", "'") : written;
  }

  /** A language's name, which may be written as an identifier or as a string. */
  String literalOrName(ParserRuleContext node) {
    String written = text(node);
    return written.startsWith("'")
        ? written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT)
        : name(node).value();
  }

  DataType type(SQLParser.Data_typeContext node) {
    return DataTypes.read(this, node);
  }
}
