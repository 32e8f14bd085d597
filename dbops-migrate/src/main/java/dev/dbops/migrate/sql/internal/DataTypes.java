package dev.dbops.migrate.sql.internal;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Lexer;
import dev.dbops.migrate.sql.SqlIdentifier;
import dev.dbops.migrate.sql.TokenKind;
import dev.dbops.migrate.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Reads types, under the names that {@code format_type} prints.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class DataTypes {
  private static final Map<String, String> CANONICAL =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("serial4", "serial"),
          Map.entry("serial8", "bigserial"),
          Map.entry("serial2", "smallserial"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("national character varying", "character varying"),
          Map.entry("national char varying", "character varying"),
          Map.entry("nchar varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("nchar", "character"),
          Map.entry("national character", "character"),
          Map.entry("national char", "character"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"));

  private DataTypes() {}

  static DataType read(SourceText source, SQLParser.Data_typeContext node) {
    SQLParser.Predefined_typeContext type = node.predefined_type();
    boolean array = node.ARRAY() != null || !node.array_type().isEmpty();
    Optional<String> schema = Optional.empty();
    String words;
    List<Integer> modifiers;
    Tokens tokens = Lexer.lex(source.text(type)).only(kind -> !kind.isComment());
    modifiers = modifiers(tokens);
    SQLParser.Schema_qualified_name_nontypeContext named = type.schema_qualified_name_nontype();
    if (named != null) {
      String written = source.text(named);
      Tokens parts = Lexer.lex(written).only(kind -> !kind.isComment());
      words = SqlIdentifier.fold(parts.text(parts.size() - 1));
      boolean builtIn = parts.size() == 1;
      if (!builtIn) {
        String qualifier = SqlIdentifier.fold(parts.text(0));
        builtIn = qualifier.equals("pg_catalog");
        schema = builtIn ? Optional.empty() : Optional.of(qualifier);
      }
      // A quoted "char" is a type of its own, and not the character of the standard.
      boolean quoted = parts.kind(parts.size() - 1) != TokenKind.WORD;
      String canonical = builtIn && !quoted ? CANONICAL.getOrDefault(words, words) : words;
      if (words.equals("bpchar") && modifiers.isEmpty()) {
        // Without a length it is not character(1), as the character of the standard is.
        canonical = words;
      }
      return new DataType(
          canonical, schema, modifiers, array, source.text(node), source.span(node));
    }
    words = words(tokens);
    String name = CANONICAL.getOrDefault(words, words);
    if (words.equals("float") && !modifiers.isEmpty()) {
      name = modifiers.get(0) <= 24 ? "real" : "double precision";
      modifiers = List.of();
    }
    return new DataType(name, schema, modifiers, array, source.text(node), source.span(node));
  }

  /** The words outside parentheses, in lower case, one space between them. */
  private static String words(Tokens tokens) {
    StringBuilder words = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.LEFT_PAREN) {
        depth++;
      } else if (kind == TokenKind.RIGHT_PAREN) {
        depth--;
      } else if (depth == 0 && kind == TokenKind.WORD) {
        words
            .append(words.length() == 0 ? "" : " ")
            .append(tokens.text(i).toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  private static List<Integer> modifiers(Tokens tokens) {
    List<Integer> modifiers = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.LEFT_PAREN) {
        depth++;
      } else if (kind == TokenKind.RIGHT_PAREN) {
        depth--;
      } else if (depth > 0 && kind == TokenKind.NUMBER) {
        boolean negative = i > 0 && tokens.text(i - 1).equals("-");
        parse(tokens.text(i)).ifPresent(value -> modifiers.add(negative ? -value : value));
      }
    }
    return modifiers;
  }

  private static Optional<Integer> parse(String number) {
    try {
      return Optional.of(Integer.valueOf(number));
    } catch (NumberFormatException tooLargeToBeAModifier) {
      return Optional.empty();
    }
  }
}
