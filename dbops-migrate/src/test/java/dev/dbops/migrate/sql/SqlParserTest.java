package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlParserTest {
  private static final String COMMENT = "/*a--b*/";

  static List<StatementFixtures> fixtures() throws IOException {
    return StatementFixtures.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reads_statements_as_their_outlines_say(StatementFixtures fixture) {
    String outline = fixture.outline();

    assertThat(outline).isEqualTo(fixture.expected());
  }

  @Test
  void has_a_fixture_for_every_record_of_the_model() throws IOException {
    String outlines =
        fixtures().stream().map(StatementFixtures::expected).collect(Collectors.joining("\n"));

    Stream<String> records =
        Stream.of(
                Statement.class,
                AlterTableAction.class,
                DomainAction.class,
                Constraint.Definition.class)
            .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
            .map(Class::getSimpleName);

    assertThat(records).allMatch(record -> outlines.matches("(?s).*\\b" + record + "\\b.*"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void understands_the_same_with_comments_between_all_tokens(StatementFixtures fixture) {
    String commented = rewritten(fixture, COMMENT, UnaryOperator.identity());

    assertThat(withoutPlaces(parse(commented), commented))
        .isEqualTo(withoutPlaces(fixture.parsed(), fixture.statement().sql().text()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void understands_the_same_in_capitals(StatementFixtures fixture) {
    String capitals = rewritten(fixture, " ", SqlParserTest::capitals);

    assertThat(withoutPlaces(parse(capitals), capitals))
        .isEqualToIgnoringCase(withoutPlaces(fixture.parsed(), fixture.statement().sql().text()));
  }

  @Test
  void tells_where_a_statement_stands_in_a_longer_text() {
    String script = "SELECT '😀';\nALTER TABLE größe ADD COLUMN b int, DROP COLUMN c;";

    AlterTable altered = (AlterTable) SqlParser.parse(Splitter.split(text(script)).get(1));

    assertThat(altered.span().of(script)).startsWith("ALTER").endsWith("c");
    assertThat(altered.actions().get(1).span().of(script)).isEqualTo("DROP COLUMN c");
    assertThat(altered.table().span().of(script)).isEqualTo("größe");
  }

  @Test
  void reads_placeholders_as_names() {
    String sql = "ALTER TABLE ${schema}.${prefix}_orders ADD COLUMN ${column} text";

    AlterTable altered = (AlterTable) parse(sql);

    assertThat(altered.table().text()).isEqualTo("${schema}.${prefix}_orders");
    AlterTableAction.AddColumn added = (AlterTableAction.AddColumn) altered.actions().get(0);
    assertThat(added.column().name().text()).isEqualTo("${column}");
  }

  @Test
  void points_to_what_it_did_not_expect() {
    String sql = "ALTER TABLE orders ADD COLUMN note text NOT EMPTY";

    Unparsed unparsed = (Unparsed) parse(sql);

    assertThat(unparsed.reason()).isEqualTo("\"EMPTY\" is not expected here");
    assertThat(unparsed.at().of(sql)).isEqualTo("EMPTY");
  }

  @Test
  void gives_the_reason_why_a_statement_is_broken_before_it_is_parsed() {
    Unparsed unparsed = (Unparsed) parse("SELECT (1");

    assertThat(unparsed.reason()).isEqualTo("the parenthesis that opens here is never closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT VALID DEFERRABLE INITIALLY DEFERRED NOT ENFORCED",
        "NOT ENFORCED INITIALLY DEFERRED NOT VALID DEFERRABLE",
        "DEFERRABLE NOT ENFORCED NOT VALID INITIALLY DEFERRED",
        "INITIALLY DEFERRED DEFERRABLE NOT VALID NOT ENFORCED"
      })
  void takes_the_attributes_of_a_constraint_in_any_order(String attributes) {
    String sql = "ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES u " + attributes;

    AlterTable altered = (AlterTable) parse(sql);

    AlterTableAction.AddConstraint added =
        (AlterTableAction.AddConstraint) altered.actions().get(0);
    assertThat(added.constraint().notValid()).isTrue();
    assertThat(added.constraint().notEnforced()).isTrue();
    assertThat(added.constraint().deferrable()).isTrue();
    assertThat(added.span().of(sql)).endsWith(attributes);
  }

  private static Statement parse(String sql) {
    return SqlParser.parse(Splitter.split(text(sql)).get(0));
  }

  private static SqlText text(String sql) {
    return SqlText.verbatim(SourceFile.of("script.sql", sql).whole());
  }

  /** The statement with its words changed, and something else between its tokens. */
  private static String rewritten(
      StatementFixtures fixture, String between, UnaryOperator<String> words) {
    Tokens tokens = fixture.statement().tokens();
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      boolean word = tokens.is(i, TokenKind.WORD);
      sql.append(i == 0 ? "" : between).append(word ? words.apply(tokens.text(i)) : tokens.text(i));
    }
    return sql.toString();
  }

  /** Only ASCII: the server leaves other letters alone. */
  private static String capitals(String word) {
    return word.chars()
        .map(c -> c >= 'a' && c <= 'z' ? c - 32 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String withoutPlaces(Statement statement, String sql) {
    return Outline.of(statement, sql)
        .replaceAll(" ?«[^»]*»", "")
        .replace(COMMENT, "")
        .replaceAll("\\s", "");
  }
}
