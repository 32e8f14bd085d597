package dev.dbops.migrate.sql;

import java.util.List;

/**
 * {@code SELECT}, {@code VALUES} or {@code TABLE}.
 *
 * @param tables the tables it reads
 * @param forUpdate whether it locks rows
 * @param functions the functions it calls, in lower case, without schema
 * @param settings the configuration parameters that it sets by {@code set_config}
 * @param modifying the data-modifying statements in its {@code WITH}
 */
public record Select(
    List<QualifiedName> tables,
    boolean forUpdate,
    List<String> functions,
    List<SetVariable> settings,
    List<Statement> modifying,
    Span span)
    implements Statement {
  public Select {
    tables = List.copyOf(tables);
    functions = List.copyOf(functions);
    settings = List.copyOf(settings);
    modifying = List.copyOf(modifying);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
