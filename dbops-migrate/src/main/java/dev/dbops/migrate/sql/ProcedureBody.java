package dev.dbops.migrate.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a function, a procedure or a {@code DO} block does, as far as it can be seen in its text.
 *
 * @param statements the static SQL in it, in the order of the text; spans refer to the whole text
 * @param branches the parts that may not run: what IF, CASE, loops and EXCEPTION decide about
 * @param dynamic the {@code EXECUTE}s, whose SQL is not known before it runs
 * @param notAnalysed why the body could not be looked into, if so
 */
public record ProcedureBody(
    List<Statement> statements,
    List<Span> branches,
    List<Span> dynamic,
    Optional<String> notAnalysed) {
  public ProcedureBody {
    statements = List.copyOf(statements);
    branches = List.copyOf(branches);
    dynamic = List.copyOf(dynamic);
  }

  /** Whether a statement of it may not run although the whole does. */
  public boolean isConditional(Statement statement) {
    return branches.stream().anyMatch(branch -> branch.contains(statement.span()));
  }

  static ProcedureBody opaque(String reason) {
    return new ProcedureBody(List.of(), List.of(), List.of(), Optional.of(reason));
  }
}
