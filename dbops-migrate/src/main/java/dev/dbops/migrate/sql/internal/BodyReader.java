package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Looks into the bodies of functions and {@code DO} blocks. */
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
    return new ProcedureBody(List.of(), List.of(), List.of(), Optional.of(reason));
  }

  /** {@code BEGIN ATOMIC … END} or {@code RETURN …}, which are part of the statement itself. */
  ProcedureBody atomic(SQLParser.Function_bodyContext node) {
    List<Statement> statements = new ArrayList<>();
    StatementReader reader = new StatementReader(source);
    node.statement().forEach(each -> statements.add(reader.statement(each)));
    return new ProcedureBody(statements, List.of(), List.of(), Optional.empty());
  }

  private ProcedureBody plpgsql(SourceText body) throws Grammar.SyntaxException {
    List<GrammarToken> tokens = IntoTargets.removed(Grammar.tokens(body));
    ParserRuleContext tree = Grammar.parse(tokens, SQLParser::plpgsql_function, body);
    List<Statement> statements = new ArrayList<>();
    List<Span> branches = new ArrayList<>();
    List<Span> dynamic = new ArrayList<>();
    collect(tree, new StatementReader(body), statements, branches, dynamic);
    return new ProcedureBody(statements, branches, dynamic, Optional.empty());
  }

  private ProcedureBody sql(SourceText body) throws Grammar.SyntaxException {
    SQLParser.SqlContext tree = Grammar.parse(body, SQLParser::sql);
    StatementReader reader = new StatementReader(body);
    List<Statement> statements = tree.statement().stream().map(reader::statement).toList();
    return new ProcedureBody(statements, List.of(), List.of(), Optional.empty());
  }

  private static void collect(
      ParserRuleContext tree,
      StatementReader reader,
      List<Statement> statements,
      List<Span> branches,
      List<Span> dynamic) {
    TreeWalk.from(
        tree,
        node -> {
          if (node instanceof SQLParser.Schema_statementContext schema) {
            statements.add(reader.schema(schema));
          } else if (node instanceof SQLParser.Data_statementContext data) {
            statements.add(reader.dataInBody(data));
          } else if (node instanceof SQLParser.Base_statementContext base
              && base.perform_stmt() != null) {
            statements.add(reader.perform(base));
          } else if (node instanceof SQLParser.Control_statementContext control
              && control.CALL() != null) {
            statements.add(
                reader.call(control.function_call(), reader.source().statement(control)));
          } else if (node instanceof SQLParser.Transaction_statementContext transaction
              && transaction.lock_table() == null) {
            statements.add(new TransactionReader(reader.source()).controlInBody(transaction));
          } else if (node instanceof SQLParser.Additional_statementContext additional) {
            statements.add(reader.additional(additional));
          } else if (node instanceof SQLParser.Lock_tableContext lock) {
            statements.add(new TransactionReader(reader.source()).lockTable(lock));
          } else if (node instanceof SQLParser.Execute_stmtContext execute) {
            dynamic.add(reader.source().statement(execute));
          } else {
            if (isBranch(node)) {
              branches.add(reader.source().span(node));
            }
            return true;
          }
          return false;
        });
  }

  private static boolean isBranch(ParserRuleContext node) {
    return node instanceof SQLParser.If_statementContext
        || node instanceof SQLParser.Case_statementContext
        || node instanceof SQLParser.Loop_statementContext
        || node instanceof SQLParser.Function_blockContext block
            && block.exception_statement() != null;
  }

  /**
   * The body without its quotes. Of doubled quotes half become blanks, which keeps every offset;
   * strings with backslash escapes are left alone, since theirs would not.
   */
  private Optional<SourceText> isolate(SQLParser.SconstContext literal) {
    Span span = source.span(literal);
    String written = source.text(span);
    if (written.startsWith("$")) {
      int open = written.indexOf('$', 1) + 1;
      return Optional.of(
          new SourceText(written.substring(open, written.length() - open), span.start() + open));
    }
    int open = written.indexOf('\'') + 1;
    int close = written.lastIndexOf('\'');
    boolean escaped = open == 2 && written.indexOf('\\') >= 0 || open > 2;
    if (escaped || close < open) {
      return Optional.empty();
    }
    String body = halved(written.substring(open, close));
    return Optional.of(new SourceText(body, span.start() + open));
  }

  /** Four quotes in a row are two in the body: they have to stay together. */
  private static String halved(String doubledQuotes) {
    StringBuilder body = new StringBuilder(doubledQuotes);
    int i = 0;
    while (i < body.length()) {
      int end = i;
      while (end < body.length() && body.charAt(end) == '\'') {
        end++;
      }
      for (int blank = i; blank < i + (end - i) / 2; blank++) {
        body.setCharAt(blank, ' ');
      }
      i = Math.max(end, i + 1);
    }
    return body.toString();
  }
}
