package dev.dbops.migrate.sql.internal;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What PostgreSQL accepts and the grammar does not. Each gap is closed by saying the same in tokens
 * that the grammar knows; names, types and expressions are read from the user's text afterwards, so
 * nothing of what was written is lost.
 *
 * <p>Tried only where parsing has failed. A gap that is missing here costs no more than a statement
 * that is reported as not analysed.
 */
final class GrammarGaps {
  private static final List<TokenRewrite> TABLE =
      List.of(
          // Functions: LANGUAGE 'plpgsql', routines, names without arguments, t.a%TYPE
          gap("LANGUAGE StringConstant", "= Identifier"),
          gap("NAME MODULAR TYPE", "Identifier - -"),
          gap("ALTER ROUTINE", "= FUNCTION"),
          gapIn("ALTER", "FUNCTION|PROCEDURE NAME !LEFT_PAREN", "= = +LEFT_PAREN +RIGHT_PAREN ="),
          gapIn(
              "COMMENT|GRANT|REVOKE|SECURITY",
              "FUNCTION|PROCEDURE|ROUTINE NAME !LEFT_PAREN",
              "= = +LEFT_PAREN +RIGHT_PAREN ="),
          gapIn("DROP FUNCTION|PROCEDURE|ROUTINE|AGGREGATE", "NAME (...)", "= -"),
          gap("DROP FUNCTION|PROCEDURE|ROUTINE|AGGREGATE", "= SEQUENCE"),
          // Tables
          gap("LEFT_PAREN Integer COMMA MINUS Integer RIGHT_PAREN", "= = = - = ="),
          gap("REMAINDER Integer COMMA MODULUS Integer", "MODULUS = = REMAINDER ="),
          gap("LEFT_PAREN NAME WITHOUT OVERLAPS RIGHT_PAREN", "= = - - ="),
          gap("AS EXECUTE NAME !LEFT_PAREN", "= = = +LEFT_PAREN +RIGHT_PAREN ="),
          gapIn("ALTER TABLE ALL", "ALTER TABLE", "= INDEX"),
          // Other objects; of a materialized view, the model tells no action from another
          gapIn("ALTER MATERIALIZED", "SET TABLESPACE", "CLUSTER ON"),
          gapIn("ALTER MATERIALIZED", "SET COMPRESSION NAME", "= STORAGE MAIN"),
          gapIn("ALTER", "STATISTICS IF EXISTS", "= - -"),
          gapIn("ALTER TYPE", "SUBSCRIPT EQUAL", "RECEIVE ="),
          gap("SEQUENCE NAME AS NAME", "= = = BIGINT"),
          gap("SEQUENCE IF EXISTS NAME AS NAME", "= = = = = BIGINT"),
          gap("SEQUENCE IF NOT EXISTS NAME AS NAME", "= = = = = = BIGINT"),
          gapIn("CREATE OPERATOR", "COMMUTATOR|NEGATOR EQUAL StringConstant", "= = OP_CHARS"),
          gapIn("ALTER EXTENSION NAME ADD|DROP OPERATOR", "(...)", "-"),
          gapIn("CREATE TEXT SEARCH", "PARSER EQUAL DEFAULT", "= = Identifier"),
          gap("DROP TRANSFORM FOR NAME LANGUAGE NAME", "= TYPE - = - -"),
          gap("DROP TRANSFORM IF EXISTS FOR NAME LANGUAGE NAME", "= TYPE = = - = - -"),
          gapIn("ALTER OPERATOR", "MERGES|HASHES EQUAL NAME", "= - -"),
          gapIn("CLUSTER VERBOSE", "CLUSTER VERBOSE", "= -"),
          // Rights
          gapIn("GRANT|REVOKE", "SELECT|INSERT|UPDATE|REFERENCES|ALL|PRIVILEGES (NAMES)", "= -"),
          gapIn("GRANT", "COMMA INHERIT|SET|ADMIN TRUE|FALSE|OPTION", "- - -"),
          gapIn("ALTER DEFAULT", "ON ROUTINES", "= FUNCTIONS"),
          gapIn("ALTER DEFAULT", "MAINTAIN", "TRIGGER"),
          // Settings
          gap("SET SCHEMA|NAMES StringConstant", "= Identifier +EQUAL ="),
          gapIn("SET", "SET NAME EQUAL|TO", "= Identifier ="),
          gapIn("SET", "LOCAL|SESSION NAME EQUAL|TO", "= Identifier ="),
          gapIn("SET", "ROLE StringConstant", "= Identifier"),
          gapIn("ALTER SYSTEM", "ALTER SYSTEM", "= DATABASE +Identifier"),
          // Queries
          gap("GROUP BY DISTINCT|ALL", "= = -"),
          gap("USING (NAMES) AS NAME", "= = - -"),
          gap("MERGE INTO ONLY", "= = -"),
          gap("AT LOCAL", "NOTNULL <"),
          gap("NFC|NFD|NFKC|NFKD NORMALIZED", "- ="),
          gap("IS NORMALIZED", "= DOCUMENT"),
          gap("IS NOT NORMALIZED", "= = DOCUMENT"),
          gap("NORMALIZE LEFT_PAREN", "Identifier ="),
          gap("SYSTEM_USER", "SESSION_USER"),
          gap("NO INDENT RIGHT_PAREN", "- - ="),
          gap("INDENT RIGHT_PAREN", "- ="),
          gap("BY VALUE", "= REF"),
          // plpgsql
          gap("PERFORM FROM", "= +MULTIPLY ="),
          gap("END|LOOP OUTER|INNER", "= Identifier"),
          gap("EQUAL_GTH", "COLON_EQUAL"));

  private static final List<UnaryOperator<List<GrammarToken>>> REORDERINGS =
      List.of(
          ConstraintAttributes::sort,
          ConstraintAttributes::ofAlteredConstraint,
          OptionLists::known,
          OptionLists::sortAggregate,
          DerivedTables::named);

  private GrammarGaps() {}

  private static TokenRewrite gap(String pattern, String changes) {
    return TokenRewrite.of("", pattern, changes);
  }

  private static TokenRewrite gapIn(String statement, String pattern, String changes) {
    return TokenRewrite.of(statement, pattern, changes);
  }

  /** The tokens with all gaps closed; equal to those given where there are none. */
  static List<GrammarToken> close(List<GrammarToken> tokens) {
    List<GrammarToken> closed = tokens;
    for (TokenRewrite gap : TABLE) {
      closed = gap.apply(closed);
    }
    for (UnaryOperator<List<GrammarToken>> gap : REORDERINGS) {
      closed = gap.apply(closed);
    }
    return closed;
  }
}
