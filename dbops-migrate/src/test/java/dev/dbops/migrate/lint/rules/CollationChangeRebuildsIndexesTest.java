package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class CollationChangeRebuildsIndexesTest {
  private static final String SHOP =
      """
      -- given
      CREATE TABLE shop."Bestellung" (
        id bigint PRIMARY KEY, "Straße" text, code varchar(10) COLLATE "C" UNIQUE);
      CREATE INDEX "nach Straße" ON shop."Bestellung" (id, "Straße");
      -- when
      """;

  private final Rule rule = new CollationChangeRebuildsIndexes();

  @Test
  void builds_indexes_of_the_new_collation_before() {
    String migration =
        SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER \"Straße\" TYPE text COLLATE \"POSIX\";\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing \"Straße\" to text COLLATE \"POSIX\" builds the index nach Straße anew and"
                + " blocks reads and writes of shop.\"Bestellung\" meanwhile");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "CREATE INDEX CONCURRENTLY \"nach Straße_new\" ON shop.\"Bestellung\" USING btree (id,"
                + " \"Straße\" COLLATE \"POSIX\")",
            "DROP INDEX CONCURRENTLY shop.\"nach Straße\"",
            "ALTER TABLE shop.\"Bestellung\" ALTER \"Straße\" TYPE text COLLATE \"POSIX\"",
            "ALTER INDEX shop.\"nach Straße_new\" RENAME TO \"nach Straße\"");
  }

  @Test
  void notices_a_collation_that_is_lost_and_the_index_of_a_key() {
    String migration = SHOP + "ALTER TABLE shop.\"Bestellung\" ALTER code TYPE varchar(20);\n";

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Changing code to varchar(20) without COLLATE builds the index Bestellung_code_key anew"
                + " and blocks reads and writes of shop.\"Bestellung\" meanwhile");
    assertThat(ExampleLint.fix(rule, migration).get(0))
        .isEqualTo("ALTER TABLE shop.\"Bestellung\" ADD COLUMN code_new varchar(20)");
  }

  @Test
  void points_to_the_third_of_five_sub_commands_also_inside_do() {
    String migration =
        SHOP
            + """
            DO $$
            BEGIN
              ALTER TABLE shop."Bestellung" ADD a text, ADD b text,
                ALTER "Straße" TYPE text COLLATE "C",
                ADD c text, ADD d text;
            END
            $$;
            """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(9));
  }

  @Test
  void keeps_silent_where_nothing_is_built_or_nobody_waits() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (state text, code text COLLATE "C", own text);
                CREATE INDEX by_code ON orders (code);
                CREATE INDEX by_own ON orders (own COLLATE "C");
                -- when
                ALTER TABLE orders ALTER state TYPE text COLLATE "C";
                ALTER TABLE orders ALTER code TYPE text COLLATE pg_catalog."C";
                ALTER TABLE orders ALTER own TYPE text COLLATE "POSIX";
                ALTER TABLE unknown ALTER state TYPE text COLLATE "C";
                CREATE TABLE letters (state text PRIMARY KEY);
                ALTER TABLE letters ALTER state TYPE text COLLATE "C";
                CREATE TEMPORARY TABLE scratch (state text PRIMARY KEY);
                ALTER TABLE scratch ALTER state TYPE text COLLATE "C";
                """))
        .isEmpty();
  }
}
