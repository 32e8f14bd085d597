package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * The text that a tree was made from: turns nodes into names, types and expressions with their
 * spans. The grammar's tokens carry altered texts (quotes removed), so everything is taken from the
 * text itself.
 *
 * @param text as the user wrote it
 * @param base where the parsed part begins in it
 */
record SourceText(String text, int base) {
  Span span(ParserRuleContext node) {
    return span(node.getStart(), node.getStop());
  }

  Span span(ParserRuleContext from, ParserRuleContext to) {
    return span(from.getStart(), to.getStop());
  }

  Span span(Token from, @Nullable Token to) {
    int start = base + from.getStartIndex();
    int end = to == null ? start : base + to.getStopIndex() + 1;
    return new Span(start, Math.max(start, end));
  }

  Span span(TerminalNode node) {
    return span(node.getSymbol(), node.getSymbol());
  }

  String text(ParserRuleContext node) {
    return span(node).of(text);
  }

  Name name(ParserRuleContext identifier) {
    Span span = span(identifier);
    return name(span);
  }

  Name name(Span span) {
    String written = span.of(text);
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
      return new QualifiedName(Optional.empty(), first, span.of(text), span);
    }
    Name last = name(rest.get(rest.size() - 1));
    Name schema = rest.size() == 1 ? first : name(rest.get(0));
    return new QualifiedName(Optional.of(schema), last, span.of(text), span);
  }

  QualifiedName unqualified(ParserRuleContext identifier) {
    Name name = name(identifier);
    return new QualifiedName(Optional.empty(), name, name.text(), name.span());
  }

  List<QualifiedName> qualified(List<SQLParser.Schema_qualified_nameContext> nodes) {
    return nodes.stream().map(this::qualified).toList();
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
    return new Expression(span.of(text), span);
  }

  /** What a string constant says; of dollar-quoted ones, what stands between the dollars. */
  String literal(SQLParser.SconstContext node) {
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
