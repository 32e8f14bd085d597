package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Looks into the bodies of functions and {@code DO} blocks.
 *
 * <p>A body is parsed in a text of the same length in which all else is blank, so that its spans
 * are those of the whole text.
 */
record BodyReader(SourceText source) {
  ProcedureBody read(String language, SQLParser.SconstContext literal) {
    Optional<SourceText> body = isolate(literal);
    if (body.isEmpty()) {
      return opaque("a body in a string with escapes is not looked into");
    }
    try {
      return switch (language) {
        case "plpgsql" -> plpgsql(body.get());
        case "sql" -> sql(body.get());
        default -> opaque("a body in " + language + " is not SQL");
      };
    } catch (Grammar.SyntaxException notUnderstood) {
      return opaque("the body could not be parsed: " + notUnderstood.getMessage());
    }
  }

  private static ProcedureBody opaque(String reason) {
    return new ProcedureBody(List.of(), List.of(), Optional.of(reason));
  }

  /** {@code BEGIN ATOMIC … END} or {@code RETURN …}, which are part of the statement itself. */
  ProcedureBody atomic(SQLParser.Function_bodyContext node) {
    List<Statement> statements = new ArrayList<>();
    StatementReader reader = new StatementReader(source);
    node.statement().forEach(each -> statements.add(reader.statement(each)));
    return new ProcedureBody(statements, List.of(), Optional.empty());
  }

  private ProcedureBody plpgsql(SourceText body) throws Grammar.SyntaxException {
    ParserRuleContext tree = Grammar.parse(parsed(body), SQLParser::plpgsql_function);
    List<Statement> statements = new ArrayList<>();
    List<Span> dynamic = new ArrayList<>();
    collect(tree, new StatementReader(body), statements, dynamic);
    return new ProcedureBody(statements, dynamic, Optional.empty());
  }

  private ProcedureBody sql(SourceText body) throws Grammar.SyntaxException {
    SQLParser.SqlContext tree = Grammar.parse(parsed(body), SQLParser::sql);
    StatementReader reader = new StatementReader(body);
    List<Statement> statements = tree.statement().stream().map(reader::statement).toList();
    return new ProcedureBody(statements, List.of(), Optional.empty());
  }

  private static String parsed(SourceText body) {
    return body.text().substring(body.base());
  }

  private static void collect(
      ParseTree node, StatementReader reader, List<Statement> statements, List<Span> dynamic) {
    if (node instanceof SQLParser.Schema_statementContext schema) {
      statements.add(reader.schema(schema));
    } else if (node instanceof SQLParser.Data_statementContext data) {
      statements.add(reader.dataInBody(data));
    } else if (node instanceof SQLParser.Perform_stmtContext perform
        && node.getParent() instanceof SQLParser.Base_statementContext) {
      statements.add(reader.perform(perform));
    } else if (node instanceof SQLParser.Additional_statementContext additional) {
      statements.add(reader.additional(additional));
    } else if (node instanceof SQLParser.Lock_tableContext lock) {
      statements.add(reader.lockTable(lock));
    } else if (node instanceof SQLParser.Execute_stmtContext execute) {
      dynamic.add(reader.source().span(execute));
    } else {
      for (int i = 0; i < node.getChildCount(); i++) {
        collect(node.getChild(i), reader, statements, dynamic);
      }
    }
  }

  /**
   * The text with all but the body blanked out. Doubled quotes become a blank and a quote, which
   * keeps every offset; strings with backslash escapes are left alone, since theirs would not.
   */
  private Optional<SourceText> isolate(SQLParser.SconstContext literal) {
    Span span = source.span(literal);
    String written = span.of(source.text());
    int open;
    int close;
    if (written.startsWith("$")) {
      open = written.indexOf('$', 1) + 1;
      close = written.length() - open;
      return Optional.of(masked(span.start() + open, written.substring(open, close)));
    }
    open = written.indexOf('\'') + 1;
    close = written.lastIndexOf('\'');
    if (open != 1 || close < open) {
      return Optional.empty();
    }
    return Optional.of(
        masked(span.start() + open, written.substring(open, close).replace("''", " '")));
  }

  /** Pads in front of the body, so that an offset in the padded text is one in the whole text. */
  private static SourceText masked(int start, String body) {
    return new SourceText(" ".repeat(start) + body, start);
  }
}
