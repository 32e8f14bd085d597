package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeNarrowingLosesDataTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE shop."Bestellung" (
        id bigint, "Straße" varchar(100), placed timestamptz, amount numeric(12, 2));
      -- when
      """;

  private final Rule rule = new TypeNarrowingLosesData();

  @Test
  void demands_a_length_by_a_check() {
    String migration =
        SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER \"Straße\" TYPE varchar(50);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing \"Straße\" to varchar(50) fails at the first longer value; until then it"
                + " rewrites shop.\"Bestellung\" and blocks reads and writes until it is done");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"Bestellung_Straße_length\" CHECK"
                + " (length(\"Straße\") <= 50) NOT VALID",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"Bestellung_Straße_length\"");
  }

  @Test
  void tells_refusal_from_loss() {
    assertThat(
            ExampleLint.messages(
                rule,
                SHOP + alter("ALTER \"Straße\" TYPE varchar(5) USING \"Straße\"::varchar(5)")))
        .singleElement()
        .asString()
        .contains("cuts longer values off without a word");
    assertThat(ExampleLint.messages(rule, SHOP + alter("ALTER placed TYPE date")))
        .singleElement()
        .asString()
        .contains("drops parts of the values without a word");
    assertThat(ExampleLint.messages(rule, SHOP + alter("ALTER amount TYPE numeric(12, 1)")))
        .singleElement()
        .asString()
        .contains("rounds digits off without a word");
    assertThat(ExampleLint.messages(rule, SHOP + alter("ALTER id TYPE integer")))
        .singleElement()
        .asString()
        .contains("fails at the first larger number");
  }

  @Test
  void keeps_the_old_values_in_a_second_column() {
    assertThat(ExampleLint.fix(rule, SHOP + alter("ALTER placed TYPE date")).get(0))
        .isEqualTo("ALTER TABLE shop.\"Bestellung\" ADD COLUMN placed_new date");
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP
            + """
            DO $$
            BEGIN
              ALTER TABLE shop."Bestellung" ADD a text, ADD b text,
                ALTER id TYPE integer,
                ADD c text, ADD d text;
            END
            $$;
            """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(8));
  }

  @Test
  void keeps_silent_where_there_is_nothing_to_lose_or_nothing_is_known() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint);
                -- when
                ALTER TABLE orders ADD note text;
                ALTER TABLE orders ALTER note TYPE varchar(10);
                ALTER TABLE unknown ALTER note TYPE varchar(10);
                CREATE TABLE letters (id bigint);
                ALTER TABLE letters ALTER id TYPE integer;
                CREATE TEMPORARY TABLE scratch (id bigint);
                ALTER TABLE scratch ALTER id TYPE integer;
                """))
        .isEmpty();
  }

  @Test
  void finds_it_in_a_table_whose_creation_was_rolled_back() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- transaction: none
                -- given
                CREATE TABLE orders (id bigint);
                -- when
                BEGIN;
                DROP TABLE orders;
                CREATE TABLE orders (id bigint);
                ROLLBACK;
                ALTER TABLE orders ALTER id TYPE integer;
                """))
        .hasSize(1);
  }

  private static String alter(String action) {
    return "ALTER TABLE shop.\"Bestellung\" " + action + ";\n";
  }

  @Test
  void finds_it_in_xml(@TempDir Path folder) throws IOException {
    List<Finding> found =
        ExampleLint.findingsInXml(
            rule,
            folder,
            """
            <changeSet id="1" author="a">
              <createTable tableName="t"><column name="c" type="varchar(20)"/></createTable>
            </changeSet>
            <changeSet id="2" author="a">
              <modifyDataType tableName="t" columnName="c" newDataType="varchar(10)"/>
            </changeSet>
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Changing c to VARCHAR(10) cuts longer values off without a word; it rewrites public.t"
                + " and blocks reads and writes until it is done");
    assertThat(found.get(0).span().from().line()).isEqualTo(6);
  }
}
