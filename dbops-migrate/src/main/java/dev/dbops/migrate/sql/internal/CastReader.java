package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.CastChain;
import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Reads expressions that are a column and casts, and refuses all others. */
public final class CastReader {
  private final SourceText source;
  private final List<DataType> types = new ArrayList<>();

  private CastReader(SourceText source) {
    this.source = source;
  }

  /** See {@link CastChain#of}. */
  public static Optional<CastChain> read(String expression) {
    try {
      SourceText source = new SourceText(expression, 0);
      SQLParser.Vex_eofContext tree = Grammar.parse(source, SQLParser::vex_eof);
      return tree.vex().size() == 1 ? new CastReader(source).chain(tree.vex(0)) : Optional.empty();
    } catch (Grammar.SyntaxException notAnExpression) {
      return Optional.empty();
    }
  }

  private Optional<CastChain> chain(SQLParser.VexContext node) {
    return column(node).map(column -> new CastChain(column, types));
  }

  private Optional<Name> column(SQLParser.VexContext node) {
    if (node.CAST_EXPRESSION() != null) {
      return castTo(node.data_type(), column(node.vex(0)));
    }
    if (node.LEFT_PAREN() != null && node.getChildCount() == 3 && node.vex().size() == 1) {
      return column(node.vex(0));
    }
    return node.getChildCount() == 1 && node.value_expression_primary() != null
        ? column(node.value_expression_primary())
        : Optional.empty();
  }

  private Optional<Name> column(SQLParser.Value_expression_primaryContext node) {
    if (node.indirection_var() != null && node.indirection_var().identifier() != null) {
      return column(
          source.name(node.indirection_var().identifier()),
          node.indirection_var().indirection_list());
    }
    SQLParser.Function_callContext call = node.function_call();
    if (call == null || call.system_function() == null) {
      return Optional.empty();
    }
    SQLParser.Cast_specificationContext cast = call.system_function().cast_specification();
    return cast != null && cast.CAST() != null
        ? castTo(cast.data_type(), column(cast.vex()))
        : Optional.empty();
  }

  /** The column that {@code c}, {@code t.c} or {@code s.t.c} means. */
  private Optional<Name> column(Name first, SQLParser.@Nullable Indirection_listContext rest) {
    if (rest == null) {
      return Optional.of(first);
    }
    boolean plain =
        rest.MULTIPLY() == null
            && rest.indirection().stream().allMatch(each -> each.col_label() != null);
    return plain
        ? Optional.of(source.name(rest.indirection(rest.indirection().size() - 1).col_label()))
        : Optional.empty();
  }

  private Optional<Name> castTo(SQLParser.Data_typeContext type, Optional<Name> column) {
    types.add(source.type(type));
    return column;
  }
}
